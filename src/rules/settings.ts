import type { AgencyKind, AgencyLevel } from '../report/report.ts';

/** A date of every year, as `MM-DD`. */
export type MonthDay = `${number}-${number}`;

/** A local date for publication that is earlier than the one of the law. */
export interface LocalDeadline {
  /** Whom it binds; every kind of agency if left out. */
  readonly kinds?: readonly AgencyKind[];
  /** At which levels; at every level if left out. */
  readonly levels?: readonly AgencyLevel[];
  /** Last day of publication in the year after the one reported on, as `MM-DD`. */
  readonly date: MonthDay;
}

/** Dates and thresholds that a region may set. */
export interface Settings {
  /** Local dates for publication; the first that fits the agency counts. None by default. */
  readonly localDeadlines: readonly LocalDeadline[];
  /** STR-11: most characters of the overview, such as 1000 in 武威. `null`, no limit, by default. */
  readonly overviewCharacters: number | null;
  /** STR-12: this share of the letters may also stand in another report. 0.5 by default, as in 宿迁. */
  readonly similarText: number;
  /** T2-09: a change by more than this factor is worth a look. 5 by default. */
  readonly jumpFactor: number;
  /** T3-11: this share of the applications newly received may be carried forward. 0.3 by default. */
  readonly carriedForwardShare: number;
}

/** What holds where no region says otherwise. */
export const nationalSettings: Settings = {
  localDeadlines: [],
  overviewCharacters: null,
  similarText: 0.5,
  jumpFactor: 5,
  carriedForwardShare: 0.3,
};
