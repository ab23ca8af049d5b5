import type { Language } from './languages.ts'

const ZONE = 'Asia/Shanghai'

type Style = 'instant' | 'second' | 'day'

const ENGLISH: Readonly<Record<Style, Intl.DateTimeFormatOptions>> = {
	instant: {
		timeZone: ZONE,
		year: 'numeric',
		month: 'short',
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
	day: { timeZone: 'UTC', year: 'numeric', month: 'short', day: 'numeric', weekday: 'short' },
}

const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'] as const

/** A format is far dearer to make than to use, and a page shows many dates. */
const formats = new Map<Style, Intl.DateTimeFormat>()

function english(style: Style): Intl.DateTimeFormat {
	const present = formats.get(style)
	if (present) return present
	const made = new Intl.DateTimeFormat('en', ENGLISH[style])
	formats.set(style, made)
	return made
}

/** An instant as people in China read it, to the minute; in Chinese by GB/T 7408: 2026-11-23 09:05. */
export function formatInstant(instant: Date | string, language: Language): string {
	return language === 'en' ? english('instant').format(new Date(instant)) : shanghai(instant).slice(0, 16)
}

/** An instant to the second, for the trail. */
export function formatSecond(instant: Date | string, language: Language): string {
	return language === 'en' ? english('second').format(new Date(instant)) : shanghai(instant)
}

/** A calendar day (YYYY-MM-DD) with its weekday. */
export function formatDay(day: string, language: Language): string {
	const date = new Date(`${day}T00:00:00.000Z`)
	return language === 'en'
		? english('day').format(date)
		: `${paperDay(day)}（周${WEEKDAYS[date.getUTCDay()]}）`
}

/** A calendar day as papers write it: 2026年11月23日, in both languages, because papers are Chinese. */
export function formatPaperDay(instant: Date | string): string {
	return paperDay(shanghaiDay(instant))
}

/** An instant as papers write it: 2026年11月23日（星期一）9:05. */
export function formatPaperInstant(instant: Date | string): string {
	const [day, time] = shanghai(instant).split(' ')
	const weekday = WEEKDAYS[new Date(`${day}T00:00:00.000Z`).getUTCDay()]
	return `${paperDay(day ?? '')}（星期${weekday}）${(time ?? '').slice(0, 5).replace(/^0/, '')}`
}

/** The calendar day (YYYY-MM-DD) that an instant falls on in China. */
export function shanghaiDay(instant: Date | string): string {
	return shanghai(instant).slice(0, 10)
}

function paperDay(day: string): string {
	const [year, month, date] = day.split('-').map(Number)
	return `${year}年${month}月${date}日`
}

/** China has kept UTC+8 without summer time since 1992. */
function shanghai(instant: Date | string): string {
	return new Date(new Date(instant).getTime() + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')
}
