/** A planted fault that no test of the domain notices, and why that is no gap: the line it stands in, and its text. */
export type Survivor = {
	readonly file: string
	readonly line: string
	/** What was put in the line's place; absent where the reason holds for every fault of the line. */
	readonly replacement?: string
	readonly reason: string
}

const FOR_DEVELOPERS = 'the words of a thrown error are for developers; that it is thrown is tested'
const SLOW_PATH =
	'the quick look says no more often, and the text is then written anew and compared: the same answer, slower'
const NEVER_ABSENT = 'what is asked for is always there; the compiler does not know it'

export const SURVIVORS: readonly Survivor[] = [
	...developers('app/domain/audit-chain/canonical-json.ts', [
		'throw new TypeError(`no canonical form: ${Object.prototype.toString.call(value)}`)',
		"if (!text.isWellFormed()) throw new TypeError('no canonical form: lone surrogate')",
		'if (!Number.isSafeInteger(value)) throw new TypeError(`no canonical form: ${value}`)',
	]),
	...developers('app/domain/calendar/plain-date.ts', [
		'if (!isPlainDate(text)) throw new RangeError(`not a calendar day: ${text}`)',
	]),
	...developers('app/domain/calendar/working-calendar.ts', [
		'if (!Number.isInteger(days) || days < 1) throw new RangeError(`not a period: ${days} days`)',
	]),
	...developers('app/domain/review-workflow/machine-states.ts', [
		'if (!isState(to)) throw new Error(`${event} leads to ${to}, which is no state of ${cycle}`)',
	]),
	...developers('app/domain/review-workflow/turn.ts', [
		'throw new Error(`no act ends a turn for ${reason}`)',
	]),
	{
		file: 'app/domain/audit-chain/canonical-json.ts',
		line: "if (typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype)",
		replacement: 'true',
		reason: 'of what is no object the prototype is another one, or asking for it throws a TypeError as well',
	},
	...[
		"const isPlain = !text.includes('\\\\u') && JSON.stringify(value) === text && isInCanonicalOrder(value)",
		'function isInCanonicalOrder(value: Json): boolean {',
		"if (typeof value === 'number') return Number.isSafeInteger(value)",
		"if (typeof value !== 'object' || value === null) return true",
		'if (Array.isArray(value)) return value.every(isInCanonicalOrder)',
		"let before = ''",
		'if (key < before || !isInCanonicalOrder((value as JsonObject)[key] as Json)) return false',
		'return true',
	].map((line) => ({ file: 'app/domain/audit-chain/canonical-json.ts', line, reason: SLOW_PATH })),
	{
		file: 'app/domain/audit-chain/canonical-json.ts',
		line: 'return a < b ? -1 : 1',
		replacement: 'a <= b',
		reason: 'an object has no key twice, so that two equal ones are never compared',
	},
	{
		file: 'app/domain/review-workflow/transition-matter.ts',
		line: 'return matterMachine.states[state]?.ownEvents.includes(event) ?? false',
		reason: NEVER_ABSENT,
	},
	{
		file: 'app/domain/review-workflow/turn.ts',
		line: 'return ACTS[act].turn.because.filter((reason) => turn?.beside?.[reason]?.(facts) === true)',
		replacement: 'turn.beside',
		reason: NEVER_ABSENT,
	},
]

function developers(file: string, lines: readonly string[]): Survivor[] {
	return lines.map((line) => ({ file, line, reason: FOR_DEVELOPERS }))
}
