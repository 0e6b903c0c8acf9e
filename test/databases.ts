import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { chown, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { DuckDBInstance } from '@duckdb/node-api';
import { PGlite } from '@electric-sql/pglite';
import { recordsOf } from '../src/formats/csv/records.ts';
import type { Row } from '../src/index.ts';
import type { Dialect } from '../src/sql/index.ts';

/** A database that runs what it is given. */
export interface Database {
  readonly name: DatabaseName;
  readonly dialect: Dialect;
  run(statements: string): Promise<unknown>;
  query(statement: string): Promise<Record<string, unknown>[]>;
  /** Loads rows with all the columns of a table, in their order. */
  load(table: string, rows: readonly Row[]): Promise<unknown>;
  close(): Promise<unknown>;
}

/** Databases that are packages are always there, servers where they are installed. */
export type DatabaseName = 'DuckDB' | 'PGlite' | 'PostgreSQL' | 'MariaDB';

const environment = {
  ...process.env,
  PATH: [process.env['PATH'], '/usr/sbin', ...postgresqlFolders()].join(delimiter),
};

/** Whether the servers are installed. */
export const servers = {
  PostgreSQL: isInstalled('initdb', 'postgres', 'psql'),
  MariaDB: isInstalled('mariadb-install-db', 'mariadbd', 'mariadb'),
};

/** All databases that there are here, each empty. */
export function startedDatabases(): Promise<Database[]> {
  return Promise.all([
    duckdb(),
    pglite(),
    ...(servers.PostgreSQL ? [postgresql()] : []),
    ...(servers.MariaDB ? [mariadb()] : []),
  ]);
}

async function duckdb(): Promise<Database> {
  const folder = await temporaryFolder();
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  return {
    name: 'DuckDB',
    dialect: 'duckdb',
    run: (statements) => connection.run(statements),
    query: async (statement) => (await connection.runAndReadAll(statement)).getRowObjectsJS(),
    load: async (table, rows) =>
      connection.run(`COPY ${table} FROM '${await fileWith(csvOf(rows, ''), folder)}' (HEADER)`),
    close: async () => {
      connection.closeSync();
      await rm(folder, { recursive: true });
    },
  };
}

async function pglite(): Promise<Database> {
  const postgres = await PGlite.create();
  return {
    name: 'PGlite',
    dialect: 'postgresql',
    run: (statements) => postgres.exec(statements),
    query: async (statement) => (await postgres.query<Record<string, unknown>>(statement)).rows,
    load: (table, rows) =>
      postgres.query(`COPY ${table} FROM '/dev/blob' WITH (FORMAT csv, HEADER)`, [], {
        blob: new Blob([csvOf(rows, '')]),
      }),
    close: () => postgres.close(),
  };
}

/** A server of PostgreSQL on a socket in a folder of its own, spoken to by its own client. */
async function postgresql(): Promise<Database> {
  const folder = await temporaryFolder();
  const data = join(folder, 'data');
  await asNobody('initdb', [
    '-D',
    data,
    '-U',
    'tester',
    '-A',
    'trust',
    '-E',
    'UTF8',
    '--no-locale',
    '--no-sync',
  ]);
  const server = started('postgres', [
    '-D',
    data,
    '-k',
    folder,
    '-c',
    'listen_addresses=',
    '-c',
    'fsync=off',
  ]);
  const options = ['-X', '-q', '-h', folder, '-U', 'tester', '-d', 'postgres', '-v', 'ON_ERROR_STOP=1'];
  const client = (statements: string) =>
    said('psql', [...options, '--csv', '-P', `null=${NULL}`], statements);
  await answering(() => client('SELECT 1;'));
  return {
    name: 'PostgreSQL',
    dialect: 'postgresql',
    run: (statements) => client(`${statements};`),
    query: async (statement) =>
      rowsOf(recordsOf(await client(`${statement};`), ',').map(({ fields }) => fields)),
    load: async (table, rows) =>
      client(`\\copy ${table} FROM '${await fileWith(csvOf(rows, ''), folder)}' WITH (FORMAT csv, HEADER)`),
    close: () => ended(server, folder),
  };
}

/** A server of MariaDB, which takes the SQL that is written for MySQL; it is not MySQL. */
async function mariadb(): Promise<Database> {
  const folder = await temporaryFolder();
  const [data, socket] = [join(folder, 'data'), join(folder, 'socket')];
  const files = ['--no-defaults', `--datadir=${data}`];
  await asNobody('mariadb-install-db', [...files, '--skip-test-db']);
  const server = started('mariadbd', [
    ...files,
    `--socket=${socket}`,
    `--pid-file=${join(folder, 'pid')}`,
    '--skip-networking',
    '--skip-grant-tables',
    '--character-set-server=utf8mb4',
  ]);
  const options = ['--no-defaults', `--socket=${socket}`, '--batch'];
  const client = (statements: string, database = ['ogi']) =>
    said('mariadb', [...options, '--default-character-set=utf8mb4', ...database], statements);
  await answering(() => client('CREATE DATABASE ogi;', []));
  return {
    name: 'MariaDB',
    dialect: 'mysql',
    run: (statements) => client(`${statements};`),
    query: async (statement) => {
      const lines = (await client(`${statement};`)).split('\n').slice(0, -1);
      return rowsOf(lines.map((line) => line.split('\t').map(unescaped)));
    },
    load: async (table, rows) =>
      client(
        `LOAD DATA INFILE '${await fileWith(csvOf(rows, 'NULL'), folder)}' INTO TABLE ${table} FIELDS TERMINATED BY ',' OPTIONALLY ENCLOSED BY '"' ESCAPED BY '' IGNORE 1 LINES;`,
      ),
    close: () => ended(server, folder),
  };
}

/** What stands for a blank in what a client prints; no text of a report. */
const NULL = 'NULL';

function rowsOf([head = [], ...records]: readonly (readonly string[])[]): Record<string, unknown>[] {
  return records.map((fields) =>
    Object.fromEntries(head.map((name, at) => [name, fields[at] === NULL ? null : fields[at]])),
  );
}

function unescaped(field: string): string {
  return field.replace(/\\([nt0\\])/gu, (_, sign: string) => ({ n: '\n', t: '\t', 0: '\0' })[sign] ?? sign);
}

function csvOf(rows: readonly Row[], blank: string): string {
  const field = (value: unknown) =>
    value === null ? blank : typeof value === 'string' ? `"${value.replaceAll('"', '""')}"` : String(value);
  const lines = rows.map((row) => Object.values(row).map(field).join(','));
  return `${[Object.keys(rows[0] ?? {}).join(','), ...lines].join('\n')}\n`;
}

let files = 0;

async function fileWith(text: string, folder: string): Promise<string> {
  files += 1;
  const file = join(folder, `${files}.csv`);
  await writeFile(file, text);
  return file;
}

/** Debian keeps the programs of a server where no shell looks for them. */
function postgresqlFolders(): readonly string[] {
  const versions = '/usr/lib/postgresql';
  return existsSync(versions) ? readdirSync(versions).map((version) => join(versions, version, 'bin')) : [];
}

function isInstalled(...programs: readonly string[]): boolean {
  const folders = environment.PATH.split(delimiter);
  return programs.every((program) => folders.some((folder) => existsSync(join(folder, program))));
}

/** Servers of databases refuse to run as root. */
const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sql-'));
  if (nobody.uid) await chown(folder, nobody.uid, nobody.gid);
  return folder;
}

function asNobody(program: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    execFile(program, [...args], { env: environment, cwd: tmpdir(), ...nobody }, (error, _, stderr) =>
      error ? reject(new Error(`${program}: ${stderr}`)) : resolve(),
    );
  });
}

function started(program: string, args: readonly string[]): ChildProcess {
  return spawn(program, [...args], { env: environment, cwd: tmpdir(), stdio: 'ignore', ...nobody });
}

/** What a client prints when it is given statements; what it complains of, as an error. */
function said(program: string, args: readonly string[], statements: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = execFile(
      program,
      [...args],
      { env: environment, maxBuffer: Number.POSITIVE_INFINITY },
      (error, stdout, stderr) => (error ? reject(new Error(stderr || error.message)) : resolve(stdout)),
    );
    child.stdin?.on('error', () => {}); // it has ended, and says why
    child.stdin?.end(statements);
  });
}

const [MAX_TRIES, BETWEEN] = [300, 100];

async function answering(ask: () => Promise<unknown>): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await ask();
      return;
    } catch (error) {
      if (tries === MAX_TRIES) throw error;
      await wait(BETWEEN);
    }
  }
}

async function ended(server: ChildProcess, folder: string): Promise<void> {
  if (server.exitCode === null) {
    server.kill('SIGTERM');
    await once(server, 'exit');
  }
  await rm(folder, { recursive: true });
}
