import { PRECHECK } from '#app/domain/precheck/kept-precheck.ts'
import { loadPrecheckEdition } from '#app/db/load-reference.server.ts'
import { sha256Hex } from '#app/domain/audit-chain/sha256.ts'
import { plainDateIn } from '#app/domain/calendar/plain-date.ts'
import { placeLabel } from '#app/domain/legal-text/place.ts'
import type { PrecheckHit, RuleEntry } from '#app/domain/precheck/rules/hit.ts'
import { type PrecheckEdition, rulesVersion } from '#app/domain/precheck/rules/precheck-edition.ts'
import type { Precheck } from '#app/domain/precheck/rules/run-precheck.ts'
import type { Shell } from '#app/services/shell.server.ts'
import { readAsStored } from './read-as-stored.server.ts'

/** A hit as a page shows it: with its place in words and what its rule says. */
export type ShownHit = PrecheckHit & {
	readonly place: string
	readonly says: Pick<RuleEntry, 'name' | 'ground' | 'mayBeFalse'>
}

/** What the rules say of a draft; `hits` is null where the text costs more to read than it may. */
export type ShownPrecheck = {
	readonly hits: readonly ShownHit[] | null
	readonly left: number
	/** The day of the rules' edition, and the last day on which a law that they know ended. */
	readonly edition: string
	readonly lawsUntil: string | null
}

/** The main text of a version: its file, and the hash of what it was read as. */
type ReadDraft = {
	readonly file: { readonly sha256: string; readonly name: string }
	readonly readAs: string
}

/**
 * What the rules of the pre-check say of a draft: as it was kept for this reading and these rules, where this process has
 * made it itself; else made now, in a thread.
 */
export async function precheckOf(
	shell: Shell,
	jurisdictionId: string,
	draft: ReadDraft,
): Promise<ShownPrecheck> {
	const today = plainDateIn(shell.now())
	const edition = await loadPrecheckEdition(shell.db, today)
	const version = rulesVersion(edition, today)
	const made = await keptOrMade(shell, jurisdictionId, draft, { edition, version })
	return showPrecheck(made, edition, version)
}

/** A pre-check with what its rules say, as a page shows it. */
export function showPrecheck(
	made: Precheck | null,
	edition: PrecheckEdition,
	version: string,
): ShownPrecheck {
	const rules = new Map(edition.rules.map((rule) => [rule.id, rule]))
	const [day = '', lawsUntil = null] = version.split('/')
	return {
		hits:
			made?.hits.flatMap((hit): ShownHit[] => {
				const rule = rules.get(hit.rule)
				if (!rule) return []
				const { name, ground, mayBeFalse } = rule
				return [{ ...hit, place: placeLabel(hit.anchor), says: { name, ground, mayBeFalse } }]
			}) ?? null,
		left: made?.left ?? 0,
		edition: day,
		lawsUntil,
	}
}

type Means = { readonly edition: PrecheckEdition; readonly version: string }

async function keptOrMade(
	shell: Shell,
	jurisdictionId: string,
	{ file, readAs }: ReadDraft,
	{ edition, version }: Means,
): Promise<Precheck | null> {
	const key = { jurisdictionId, readAsSha256: readAs, rulesVersion: version }
	const kept = await shell.db.textPrecheck.findUnique({
		where: { jurisdictionId_readAsSha256_rulesVersion: key },
	})
	const vouched = vouchedIn(shell)
	const name = `${readAs} ${version}`
	if (kept && vouched.get(name) === sha256Hex(kept.hits)) return PRECHECK.read(kept.hits)
	const read = await readAsStored(shell, jurisdictionId, file)
	// What a kept one said of its own day it says again: the day is that on which it was made.
	const today = plainDateIn(kept?.madeAt ?? shell.now())
	const { rules, lists } = edition
	const made = await shell.reader.precheck({ read, rules, lists, today })
	if (!made) return null
	const hits = PRECHECK.write(made)
	vouch(vouched, name, sha256Hex(hits))
	if (kept && kept.hits !== hits) shell.log.error({ readAs }, 'a kept pre-check is not what the rules say')
	if (!kept) await keepOnce(shell, { ...key, hits, madeAt: shell.now() })
	return made
}

/** As with readings: what this process made itself is believed as long as it stays the same. */
const made = new WeakMap<object, Map<string, string>>()
const MOST_VOUCHED = 5000

function vouchedIn({ blobs }: Pick<Shell, 'blobs'>): Map<string, string> {
	const present = made.get(blobs) ?? new Map<string, string>()
	made.set(blobs, present)
	return present
}

function vouch(vouched: Map<string, string>, name: string, sha256: string): void {
	const [oldest] = vouched.keys()
	if (vouched.size >= MOST_VOUCHED && oldest !== undefined) vouched.delete(oldest)
	vouched.set(name, sha256)
}

type Row = {
	readonly jurisdictionId: string
	readonly readAsSha256: string
	readonly rulesVersion: string
	readonly hits: string
	readonly madeAt: Date
}

/** Two pages may ask at the same time: the second row is not needed. */
async function keepOnce(shell: Shell, row: Row): Promise<void> {
	try {
		await shell.db.textPrecheck.create({ data: row })
	} catch (error) {
		shell.log.warn({ readAs: row.readAsSha256, cause: String(error) }, 'a pre-check was not kept')
	}
}
