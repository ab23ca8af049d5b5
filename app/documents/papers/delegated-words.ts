import type { Words } from '#app/domain/paper/paper.ts'
import { plainDayIn } from './paper-source.ts'
import { rowOf, say } from './say.ts'

type Named = { readonly id: string; readonly name: string }

/** In whose place somebody acted, by which delegation, on which days. */
export type ActedFor = {
	readonly delegationId: string
	readonly startsOn: string
	readonly endsOn: string
	readonly delegator: Named
}

/** 受委托, as papers say it: of whoever makes the paper, of who checked, or of who recorded. */
export function delegatedWords(
	says: 'delegated' | 'delegated.checker' | 'delegated.recorder',
	by: Named,
	{ delegationId, startsOn, endsOn, delegator }: ActedFor,
): Words {
	const row = rowOf('delegation', delegationId)
	return say(says, {
		name: rowOf('person', by.id)(by.name),
		delegator: rowOf('person', delegator.id)(delegator.name),
		from: plainDayIn(row, startsOn),
		to: plainDayIn(row, endsOn),
	})
}
