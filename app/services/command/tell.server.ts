import { loadTold } from '#app/db/load-told.server.ts'
import { KINDS } from '#app/domain/act/act.ts'
import type { ActDefinition, RecordDefinition } from '#app/domain/act/definition.ts'
import type { Told } from '#app/domain/act/told.ts'
import type { TrailKind } from '#app/domain/act/trail-entry.ts'
import type { ToldMatter } from '#app/domain/matter-record/told-of-matter.ts'
import type { Command } from './command.server.ts'

/** Those whom an act itself names, and the matter that their line leads to; null where they may not see it. */
export type Named = {
	readonly personIds: readonly string[]
	readonly matterId: string | null
	/** The person whom it is about, where the line has to name somebody. */
	readonly aboutId?: string
}

/** A matter as it stood before the act, in whose review body it is now. */
export type ToldRecord = ToldMatter & { readonly jurisdictionId: string; readonly id: string }

/** Tells those of an act, or of what follows from it, whom the act table names by their hand or their post. */
export async function tellOf(
	command: Pick<Command, 'tx' | 'notify'>,
	kind: TrailKind,
	matter: ToldRecord,
): Promise<void> {
	await command.notify(await loadTold(command.tx, matter, toldOf(kind)), kind, matter.id)
}

/** Tells those whom the act named. */
export async function tellNamed(
	command: Pick<Command, 'notify'>,
	kind: TrailKind,
	named: readonly Named[],
): Promise<void> {
	if (named.length > 0 && !toldOf(kind).includes('named'))
		throw new Error(`the act table names nobody whom ${kind} tells by itself`)
	for (const { personIds, matterId, aboutId } of named)
		await command.notify(personIds, kind, matterId, aboutId)
}

/** Whom the act table names. */
export function toldOf(kind: TrailKind): readonly Told[] {
	const { told = [] }: ActDefinition | RecordDefinition = KINDS[kind]
	return told
}
