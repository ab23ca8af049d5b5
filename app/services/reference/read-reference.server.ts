import { plainDateIn } from '#app/domain/calendar/plain-date.ts'
import { permit } from '#app/domain/permission/permit.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import {
	REFERENCE_GROUPS,
	type ReferenceKind,
	versionOn,
	versionsByCode,
} from '#app/domain/reference/reference-kind.ts'
import { namesOf } from '#app/domain/record-of.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept } from '#app/domain/result.ts'
import type { Shell } from '#app/services/shell.server.ts'
import { type ProposalLine, readProposals } from './proposal-lines.server.ts'

/** A kind of reference data: how many entries it has, how many nobody has compared yet, and the newest day. */
export type KindLine = {
	readonly kind: ReferenceKind
	readonly entries: number
	readonly toBeConfirmed: number
	readonly newest: string | null
}

/** The kinds in the groups in which one looks for them. */
export type ReferencePage = {
	readonly groups: readonly {
		readonly group: keyof typeof REFERENCE_GROUPS
		readonly kinds: readonly KindLine[]
	}[]
	/** The proposals that wait for an answer. */
	readonly waiting: readonly ProposalLine[]
}

/** So many versions are counted: far more than a release and a house's own changes come to. */
const MOST_VERSIONS = 5000

/** Reads what reference data there is, without its contents. */
export async function readReference(shell: Shell, actor: Actor): Promise<Result<ReferencePage, Refusal>> {
	const post = permit(actor, 'reference.read', { jurisdictionId: actor.jurisdictionId })
	if (!post.ok) return post
	const versions = await shell.db.referenceEntry.findMany({
		select: { kind: true, code: true, effectiveFrom: true, mark: true },
		take: MOST_VERSIONS,
	})
	const today = plainDateIn(shell.now())
	const lineOf = (kind: ReferenceKind): KindLine => {
		const own = versions.filter((version) => version.kind === kind)
		const shown = [...versionsByCode(own).values()].flatMap((each) => versionOn(each, today) ?? [])
		return {
			kind,
			entries: shown.length,
			toBeConfirmed: shown.filter(({ mark }) => mark !== 'verified').length,
			newest: shown.reduce<string | null>(
				(last, { effectiveFrom }) => (last === null || effectiveFrom > last ? effectiveFrom : last),
				null,
			),
		}
	}
	return accept({
		waiting: await readProposals(shell, actor, null),
		groups: namesOf(REFERENCE_GROUPS).map((group) => ({
			group,
			kinds: REFERENCE_GROUPS[group].map(lineOf),
		})),
	})
}
