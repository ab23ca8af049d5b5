import type { PaperNode } from '#app/domain/paper/paper.ts'
import { type PaperSource, dayIn, plainDayIn, textOf } from './paper-source.ts'
import { asSentence, line, rowOf, say } from './say.ts'

/** 突发事件应急签发单: what was ordered into effect, why, by whom, and that its review and its filing are owed. */
export function emergencyPaper(source: PaperSource, orderId: string): PaperNode[] {
	const { matter } = source
	const order = matter.emergency.find(({ id }) => id === orderId)
	if (!order) throw new Error(`matter ${matter.id} has no order ${orderId}`)
	const row = rowOf('emergency_step', order.id)
	return [
		line('title', say('emergency.title')),
		line('paragraph', say('emergency.text', textOf(source))),
		line('paragraph', say('emergency.words', { words: row(asSentence(order.words)) })),
		line('paragraph', say('emergency.ground', { ground: row(asSentence(order.ground)) })),
		line('strong', ...reviewOf(source, order.contentSha256)),
		...dueLine(source, 'order-filing', 'emergency.filing'),
		line('signer', say('emergency.signed', { name: row(order.leaderName) })),
		line('day', say('day', { day: dayIn(row, order.recordedAt) })),
	]
}

/** Before its review nothing is said of a text but that the review is owed; the text that replaces it has passed. */
function reviewOf({ matter }: PaperSource, contentSha256: string) {
	const cleared = matter.clearances.at(-1)
	if (cleared?.kind === 'reviewed' && cleared.contentSha256 === contentSha256)
		return [say('emergency.amended', { number: rowOf('clearance', cleared.id)(cleared.number) })] as const
	const due = periodOf(matter, 'after-review')
	return [say('emergency.unreviewed', { day: plainDayIn(rowOf('deadline', due.id), due.dueOn) })] as const
}

function dueLine({ matter }: PaperSource, kind: 'order-filing', text: 'emergency.filing'): PaperNode[] {
	const due = periodOf(matter, kind)
	return [line('paragraph', say(text, { day: plainDayIn(rowOf('deadline', due.id), due.dueOn) }))]
}

function periodOf({ deadlines }: PaperSource['matter'], kind: string) {
	const period = deadlines.filter((each) => each.kind === kind && each.endedAt === null).at(-1)
	if (!period) throw new Error(`no period runs: ${kind}`)
	return period
}
