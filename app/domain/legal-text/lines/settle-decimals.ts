import { type Line, PLAIN } from './line-kind.ts'

type Form = 'article' | 'first-level' | 'decimal' | 'sub-item'
/** A line that may be numbered 1, 1.1 or 1.2.1; of what is numbered otherwise the first step. */
type Step = { readonly at: number; readonly path: readonly number[]; readonly form: Form }

/** So many numbers 1.1 in their order make a text that is numbered so. */
const LEAST = 2
/** A number that was left out makes the next one no other. */
const LARGEST_GAP = 3

/**
 * Decides which lines are numbered 1, 1.1, 1.2.1, as contracts are: where such numbers follow each other, also below
 * 第一条, 一、 or 1. In any other text 1.1 is words.
 */
export function settleDecimals(lines: readonly Line[]): readonly Line[] {
	if (!lines.some(({ begins }) => begins.kind === 'decimal')) return lines
	const steps = stepsOf(lines)
	const top = topForm(steps)
	const settled = new Map<number, readonly number[]>()
	let path: readonly number[] = []
	let count = 0
	for (const step of steps) {
		const isTop = step.path.length === 1
		const fits = isTop ? fitsTop(step, top, path) : fitsBelow(step.path, path)
		if (!fits) continue
		path = step.path
		settled.set(step.at, path)
		if (!isTop) count += 1
	}
	const isNumbered = count >= LEAST
	return lines.map((line, at) => {
		const own = isNumbered ? settled.get(at) : undefined
		const { begins } = line
		const becomes = own !== undefined && (begins.kind === 'sub-item' || begins.kind === 'first-level')
		if (becomes) return { ...line, begins: { kind: 'decimal', path: own, label: begins.label } }
		return begins.kind === 'decimal' && own === undefined ? { ...line, begins: PLAIN } : line
	})
}

function stepsOf(lines: readonly Line[]): Step[] {
	return lines.flatMap(({ begins }, at): Step[] => {
		if (begins.kind === 'decimal') return [{ at, path: begins.path, form: 'decimal' }]
		if (begins.kind === 'article' || begins.kind === 'first-level' || begins.kind === 'sub-item')
			return [{ at, path: [begins.number], form: begins.kind }]
		return []
	})
}

/** How the widest level is numbered: as the 1 is that stands next above the first 1.1. */
function topForm(steps: readonly Step[]): Form {
	const first = steps.findIndex(({ path }) => path.length > 1)
	const [above] = steps
		.slice(0, Math.max(0, first))
		.filter(({ path }) => path[0] === steps[first]?.path[0])
		.slice(-1)
	return above?.form ?? 'decimal'
}

/** One article among other numbers (第3条) is a section like them. */
function fitsTop({ path: [number = 0], form }: Step, top: Form, [last = 0]: readonly number[]): boolean {
	return (form === top || form === 'article') && number === last + 1
}

function fitsBelow(own: readonly number[], path: readonly number[]): boolean {
	const depth = own.length - 1
	const number = own[depth] ?? 0
	const isBeside = own.slice(0, depth).every((step, level) => step === path[level])
	if (isBeside) {
		const before = path[depth] ?? 0
		return number > before && number <= before + LARGEST_GAP
	}
	// The heading above may have no number.
	return depth === 1 && number === 1 && own[0] === (path[0] ?? 0) + 1
}
