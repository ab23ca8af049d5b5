import type { Actor } from '#app/domain/permission/relation.ts'
import { readFollowUpTasks } from '#app/services/follow-up/read-follow-ups.server.ts'
import { readRecoveryTasks } from '#app/services/account/read-recoveries.server.ts'
import { countDone, readMeetingTasks } from './read-own-record.server.ts'
import type { Shell } from '#app/services/shell.server.ts'
import {
	type Worklist,
	MOST_OPEN,
	countOpenMatters,
	countTurns,
	readWorklist,
} from './read-worklist.server.ts'

/** How many lines lie behind each tab of the work list. */
export type WorkCounts = {
	readonly mine: number
	/** The actor has more than one page of tasks; what waits for others is not told apart from them then. */
	readonly isMoreMine: boolean
	readonly waiting: number | null
	readonly isMoreWaiting: boolean
	readonly done: number
}

/** The first page of what waits for the actor, and how many lines stand beside its matters: meetings, their tasks and recoveries. */
export type OwnWork = { readonly list: Worklist; readonly besides: number }

/** Counts the tabs. What waits for others is every open matter in sight, less the actor's own. */
export async function countWork(shell: Shell, actor: Actor, given: OwnWork | null): Promise<WorkCounts> {
	const { list, besides } = given ?? (await readOwnWork(shell, actor))
	const isMoreMine = list.next !== null
	const open = await countOpenMatters(shell, actor)
	return {
		mine: list.items.length + besides,
		isMoreMine,
		waiting: isMoreMine ? null : Math.max(0, open - list.items.length),
		isMoreWaiting: open >= MOST_OPEN,
		done: await countDone(shell, actor),
	}
}

/** How many tasks wait for the actor, matters, meetings and accounts: the figure beside "待我办理" on every page. */
export async function countOwnTasks(shell: Shell, actor: Actor): Promise<number> {
	return (await countTurns(shell, actor)) + (await countBesides(shell, actor))
}

async function readOwnWork(shell: Shell, actor: Actor): Promise<OwnWork> {
	const list = await readWorklist(shell, actor, null)
	return { list, besides: await countBesides(shell, actor) }
}

async function countBesides(shell: Shell, actor: Actor): Promise<number> {
	const meetings = await readMeetingTasks(shell, actor)
	const tasks = await readFollowUpTasks(shell, actor)
	return meetings.length + tasks.length + (await readRecoveryTasks(shell, actor)).length
}
