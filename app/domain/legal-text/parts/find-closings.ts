import { isAtEnd } from '../lines/at-end.ts'
import type { ParagraphKind } from '../legal-text.ts'
import { type Line, isPageNumber } from '../lines/line-kind.ts'
import {
	isInstrument,
	isCopies,
	isDateLine,
	isIssue,
	isRemark,
	isSealed,
	isSigner,
	readAnnexHead,
} from './part-words.ts'

/**
 * A line of a signature (落款): who signs, or the day. `isFinal` says that nothing of the part comes after it; what else
 * looks like one inside a form is none.
 */
export type ClosingLine = {
	readonly role: ParagraphKind
	readonly isFinal: boolean
	readonly isSealed: boolean
}

/** So many lines may sign a document that several organs issue together, or a contract. */
const MOST_SIGNERS = 12
const MOST_SEALED = 25
const LONGEST_SEALED = 60
const MOST_BLANKS = 6

/** The lines of the signatures in a text: names of organs above a day, a day at the very end, the seals of a contract. */
export function findClosings(lines: readonly Line[]): ReadonlyMap<number, ClosingLine> {
	const closings = new Map<number, ClosingLine>()
	for (const at of lines.keys()) {
		if (isStop(lines, at)) takeSeals(lines, at, closings)
		if (lines[at]?.role === null && isDateLine(lines[at]?.text ?? '')) takeDay(lines, at, closings)
	}
	takeSeals(lines, lines.length, closings)
	return closings
}

function takeDay(lines: readonly Line[], at: number, closings: Map<number, ClosingLine>): void {
	const signers = signersAbove(lines, at)
	const isFinal = isLast(lines, at) || carriesMeasure(lines, at)
	if (signers.length === 0 && !(isFinal && isAtEnd(lines, at))) return
	for (const signer of signers) closings.set(signer, { role: 'signature', isFinal, isSealed: false })
	closings.set(at, { role: 'date', isFinal, isSealed: false })
}

function signersAbove(lines: readonly Line[], at: number): number[] {
	const signers: number[] = []
	let blanks = 0
	for (let above = at - 1; above >= 0 && signers.length < MOST_SIGNERS; above -= 1) {
		const line = lines[above]
		if (line?.text.trim() === '') {
			blanks += 1
			if (blanks > MOST_BLANKS) break
		} else if (line?.begins.kind === 'plain' && line.role === null && isSigner(line.text)) signers.push(above)
		else break
	}
	return signers
}

/** An order carries its measure right below its day, which the one who signs it may not stand above in words. */
function carriesMeasure(lines: readonly Line[], at: number): boolean {
	const next = lines.slice(at + 1, at + MOST_BLANKS).find(({ text }) => text.trim() !== '')
	return next?.begins.kind === 'plain' && isInstrument(next.text.trim())
}

/** Whether the part ends after this line, remarks and empty lines apart. */
function isLast(lines: readonly Line[], at: number): boolean {
	for (let below = at + 1; below < lines.length; below += 1) {
		const text = lines[below]?.text ?? ''
		if (isStop(lines, below)) return true
		const isNote = lines[below]?.role === 'note'
		if (text.trim() !== '' && !isNote && !isPageNumber(text) && !isRemark(text)) return false
	}
	return true
}

function isStop(lines: readonly Line[], at: number): boolean {
	const { text = '', role = null } = lines[at] ?? {}
	if (role !== null) return false
	return readAnnexHead(text) !== null || isCopies(text) || isIssue(text)
}

/** The last lines of a contract, from the first that is signed or sealed: 甲方（盖章）：, 法定代表人：, 签订日期：. */
function takeSeals(lines: readonly Line[], end: number, closings: Map<number, ClosingLine>): void {
	let [first, count] = [end, 0]
	for (let at = end - 1; at >= 0 && count < MOST_SEALED && end - at < 2 * MOST_SEALED; at -= 1) {
		const line = lines[at]
		const text = line?.text.trim() ?? ''
		if (text === '') continue
		if (
			line?.begins.kind !== 'plain' ||
			line.role !== null ||
			text.length > LONGEST_SEALED ||
			/[。；]/.test(text)
		)
			break
		count += 1
		if (isSealed(text)) first = at
	}
	for (let at = first; at < end; at += 1) {
		const text = lines[at]?.text ?? ''
		if (text.trim() !== '')
			closings.set(at, { role: isDateLine(text) ? 'date' : 'signature', isFinal: true, isSealed: true })
	}
}
