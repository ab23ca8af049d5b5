import BetterSqlite3 from 'better-sqlite3'
import { sealedRowsOf } from '#app/domain/audit-chain/sealed-row.ts'
import type { StoredEntry } from '#app/domain/audit-chain/verify-chain.ts'

/** What the entries of the trail leave of a row: how often it was written, its digest, and the entry that has it last. */
export type LedgerRow = {
	readonly jurisdictionId: string
	readonly table: string
	readonly key: string
	readonly times: number
	readonly count: number
	readonly digest: string | null
	readonly stream: string
	readonly seq: number
}

/** An entry to which an answer was kept, with how many answers were found. */
export type LedgerAnswer = {
	readonly jurisdictionId: string
	readonly stream: string
	readonly seq: number
	readonly answer: string
	readonly kept: number
}

/** The rows that a trail leaves, gathered entry by entry. It lies in a temporary file: its memory does not grow. */
export type RowLedger = {
	readonly take: (entry: StoredEntry) => void
	readonly row: (jurisdictionId: string, table: string, key: string) => LedgerRow | null
	readonly answer: (jurisdictionId: string, stream: string, seq: number) => LedgerAnswer | null
	/** Says that a row, its count or an answer was found beside the trail. */
	readonly foundRow: (row: LedgerRow) => void
	readonly foundSeal: (row: LedgerRow) => void
	readonly foundAnswer: (answer: LedgerAnswer) => void
	/** What was not found though the trail has it; and what was written another number of times than the trail says. */
	readonly missingRows: () => Iterable<LedgerRow>
	readonly missingSeals: () => Iterable<LedgerRow>
	readonly missingAnswers: () => Iterable<LedgerAnswer>
	readonly miscounted: () => Iterable<LedgerRow>
	readonly close: () => void
}

const TABLES = `
	PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE;
	CREATE TABLE "row" (log TEXT, "table" TEXT, "key" TEXT, times INTEGER, count INTEGER, digest TEXT, stream TEXT, seq INTEGER,
		found INTEGER, "seal" INTEGER, PRIMARY KEY (log, "table", "key")) WITHOUT ROWID;
	CREATE TABLE "answer" (log TEXT, stream TEXT, seq INTEGER, answer TEXT, kept INTEGER, PRIMARY KEY (log, stream, seq)) WITHOUT ROWID;
	BEGIN`

const ROW = 'log AS "jurisdictionId", "table", "key", times, count, digest, stream, seq'
const ANSWER = 'log AS "jurisdictionId", stream, seq, answer, kept'

type Name = [jurisdictionId: string, table: string, key: string]

/** Opens an empty ledger. */
export function openRowLedger(): RowLedger {
	const file = new BetterSqlite3('')
	file.exec(TABLES)
	const write =
		file.prepare(`INSERT INTO "row" VALUES (?, ?, ?, ?, 1, ?, ?, ?, 0, 0) ON CONFLICT DO UPDATE SET
		count = count + 1, times = max(times, excluded.times),
		digest = iif(excluded.times > times, excluded.digest, digest),
		stream = iif(excluded.times > times, excluded.stream, stream), seq = iif(excluded.times > times, excluded.seq, seq)`)
	const keep = file.prepare('INSERT OR REPLACE INTO "answer" VALUES (?, ?, ?, ?, 0)')
	const one = file.prepare<Name, LedgerRow>(
		`SELECT ${ROW} FROM "row" WHERE log = ? AND "table" = ? AND "key" = ?`,
	)
	const answered = file.prepare<[string, string, number], LedgerAnswer>(
		`SELECT ${ANSWER} FROM "answer" WHERE log = ? AND stream = ? AND seq = ?`,
	)
	const mark = (column: string) =>
		file.prepare(`UPDATE "row" SET ${column} = 1 WHERE log = ? AND "table" = ? AND "key" = ?`)
	const found = mark('found')
	const seal = mark('"seal"')
	const kept = file.prepare('UPDATE "answer" SET kept = kept + 1 WHERE log = ? AND stream = ? AND seq = ?')
	const rowsWhere = (condition: string) => () =>
		file.prepare<[], LedgerRow>(`SELECT ${ROW} FROM "row" WHERE ${condition}`).iterate()
	return {
		take: ({ jurisdictionId, stream, seq, leaf }) => {
			for (const [table, key, times, digest] of sealedRowsOf(leaf))
				write.run(jurisdictionId, table, key, times, digest, stream, seq)
			const answer = answerOf(leaf)
			if (answer !== null) keep.run(jurisdictionId, stream, seq, answer)
		},
		row: (...name) => one.get(...name) ?? null,
		answer: (...place) => answered.get(...place) ?? null,
		foundRow: ({ jurisdictionId, table, key }) => void found.run(jurisdictionId, table, key),
		foundSeal: ({ jurisdictionId, table, key }) => void seal.run(jurisdictionId, table, key),
		foundAnswer: ({ jurisdictionId, stream, seq }) => void kept.run(jurisdictionId, stream, seq),
		missingRows: rowsWhere('digest IS NOT NULL AND found = 0'),
		missingSeals: rowsWhere('"seal" = 0'),
		missingAnswers: () =>
			file.prepare<[], LedgerAnswer>(`SELECT ${ANSWER} FROM "answer" WHERE kept = 0`).iterate(),
		miscounted: rowsWhere('count <> times'),
		close: () => file.close(),
	}
}

/** The hash of the answer that an entry carries. */
function answerOf(leaf: string): string | null {
	if (!leaf.includes('"answer":"')) return null
	try {
		const { answer }: { readonly answer?: unknown } = JSON.parse(leaf)
		return typeof answer === 'string' ? answer : null
	} catch {
		return null
	}
}
