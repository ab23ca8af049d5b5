import type { Outcome } from '#app/domain/meeting/outcome.ts'
import type { DiscussionRecord, Voice } from './discussion.ts'
import type { Stance } from './stance.ts'

type Discussed = Pick<DiscussionRecord, 'head' | 'voices'>

/** What members said, in the order of speaking. */
export function memberOpinions({
	voices,
}: Pick<Discussed, 'voices'>): readonly (Voice & { readonly stance: Stance })[] {
	return voices.filter((voice): voice is Voice & { stance: Stance } => voice.stance !== null)
}

/** How the head stood, or null where the record has no opinion of theirs. */
export function headStance(discussion: Discussed): Stance | null {
	return memberOpinions(discussion).find(({ name }) => name === discussion.head)?.stance ?? null
}

/** Whether the head was the last of all to speak (行政首长最后发表意见, 重大行政决策程序暂行条例 art. 30). */
export function spokeLast({ head, voices }: Discussed): boolean {
	return voices.filter(({ part }) => part === 'opinion').at(-1)?.name === head
}

/**
 * Whether more than half of the members who were there took another stance than the head: then the head says why at the
 * meeting (重大行政决策程序暂行条例 art. 30). Who took none is not against anybody.
 */
export function needsReason(discussion: Discussed): boolean {
	const opinions = memberOpinions(discussion)
	const decided = headStance(discussion)
	const others = opinions.filter(({ stance }) => stance !== decided && stance !== 'none')
	return others.length * 2 > opinions.length
}

/** Members whose opinion is another than the head's: the record says so truthfully (不同意见应当如实载明, art. 30). */
export function dissenting(discussion: Discussed): readonly Voice[] {
	const decided = headStance(discussion)
	return memberOpinions(discussion).filter(({ stance }) => stance !== decided && stance !== 'none')
}

/** The stances of the head that an outcome may follow from: the head decides, after the discussion (art. 30). */
const FOLLOWS_FROM: Readonly<Partial<Record<Outcome, readonly Stance[]>>> = {
	passed: ['agree'],
	'passed-in-principle': ['agree', 'amend'],
	'revise-and-resubmit': ['amend', 'disagree', 'postpone'],
	deferred: ['postpone', 'disagree'],
	'not-passed': ['disagree'],
}

/** Whether an outcome says what the head decided. 其他 and what takes an item off follow from no stance. */
export function outcomeFits(outcome: Outcome, discussion: Discussed): boolean {
	const stances = FOLLOWS_FROM[outcome]
	const decided = headStance(discussion)
	return stances === undefined || (decided !== null && stances.includes(decided))
}

const WORD = 3

/**
 * Whether the lists of who presented and attended name an organ, by the last characters of its name, as lists write it
 * (区司法局 for 青禾区司法局): whoever reviewed an item attends its discussion (审查机构列席).
 */
export function namesOrgan({ voices }: Pick<Discussed, 'voices'>, organ: string): boolean {
	const word = organ.slice(-WORD)
	return voices.some(({ part, organ: of }) => part !== 'opinion' && of.includes(word))
}
