import type { Language } from './languages.ts'

const ZONE = 'Asia/Shanghai'

type Style = 'instant' | 'second' | 'day'

const STYLES: Readonly<Record<Style, Intl.DateTimeFormatOptions>> = {
	instant: {
		timeZone: ZONE,
		year: 'numeric',
		month: 'numeric',
		day: 'numeric',
		hour: '2-digit',
		minute: '2-digit',
		hourCycle: 'h23',
	},
	second: {
		timeZone: ZONE,
		year: 'numeric',
		month: '2-digit',
		day: '2-digit',
		hour: '2-digit',
		minute: '2-digit',
		second: '2-digit',
		hourCycle: 'h23',
	},
	day: { timeZone: 'UTC', year: 'numeric', month: 'long', day: 'numeric', weekday: 'short' },
}

/** A format is far dearer to make than to use, and a page shows many dates. */
const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(style: Style, language: Language): Intl.DateTimeFormat {
	const name = `${style} ${language}`
	const present = formats.get(name)
	if (present) return present
	const month = language === 'en' && style !== 'second' ? { month: 'short' as const } : {}
	const made = new Intl.DateTimeFormat(language, { ...STYLES[style], ...month })
	formats.set(name, made)
	return made
}

/** An instant as people in China read it, to the minute. */
export function formatInstant(instant: Date | string, language: Language): string {
	return formatOf('instant', language).format(new Date(instant))
}

/** An instant to the second, for the trail. */
export function formatSecond(instant: Date | string, language: Language): string {
	return formatOf('second', language).format(new Date(instant))
}

/** A calendar day (YYYY-MM-DD) with its weekday. */
export function formatDay(day: string, language: Language): string {
	return formatOf('day', language).format(new Date(`${day}T00:00:00.000Z`))
}

/** A calendar day as papers write it: 2026年11月23日, in both languages, because papers are Chinese. */
export function formatPaperDay(instant: Date | string): string {
	const [year, month, day] = shanghaiDay(instant).split('-').map(Number)
	return `${year}年${month}月${day}日`
}

/** The calendar day (YYYY-MM-DD) that an instant falls on in China, which has kept UTC+8 without summer time since 1992. */
export function shanghaiDay(instant: Date | string): string {
	return new Date(new Date(instant).getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
}
