import type { TFunction } from 'i18next'
import type { RuleDecision } from '#app/domain/agenda-gate/evaluate-gate.ts'
import type { Problem } from '#app/domain/problem.ts'
import type { Refusal, RefusalOf } from '#app/domain/refusal.ts'
import { formatInstant } from '#app/locales/format-dates.ts'

/** Problems whose words say nothing without the field that they stand under. */
const OF_A_FIELD: ReadonlySet<Problem> = new Set([
	'missing',
	'too-long',
	'not-a-date',
	'not-a-number',
	'unknown-choice',
	'in-the-future',
	'before-start',
])

/** A refusal as one sentence. */
export function refusalSentence(refusal: Refusal, t: TFunction): string {
	switch (refusal.code) {
		case 'not-separate':
			return t('refusals.code.not-separate', {
				hand: t(`refusals.hand.${refusal.hand}`),
				other: t(`refusals.hand.${refusal.other}`),
			})
		case 'transition-refused':
			return refusal.unmet.length > 0
				? t('refusals.title')
				: t('refusals.code.transition-refused', { state: t(`words.state.${refusal.state}`) })
		case 'agenda-transition-refused':
			return t('refusals.code.agenda-transition-refused', { state: t(`words.agendaState.${refusal.state}`) })
		case 'meeting-transition-refused':
			return meetingSentence(refusal, t)
		case 'gate-blocked':
			return t('refusals.code.gate-blocked', {
				count: unmetCount(refusal.decision.rules),
			})
		case 'agenda-not-sound':
			return t('refusals.code.agenda-not-sound', {
				titles: refusal.items.map((item) => `《${item.title}》`).join(''),
			})
		case 'changed-beyond-items':
			return beyondSentence(refusal, t)
		case 'settled-unchanged':
			return t('refusals.code.settled-unchanged', { places: refusal.places.join('、') })
		case 'steps-rejected':
			return t('refusals.code.steps-rejected', { steps: refusal.steps })
		case 'same-content':
			return t('refusals.code.same-content', { version: refusal.versionNo })
		case 'file-refused':
			return fileSentence(refusal, t)
		case 'classified':
			return t('refusals.code.classified', { level: t(`refusals.level.${refusal.level}`) })
		case 'unfitting':
			return OF_A_FIELD.has(refusal.problem)
				? t('refusals.atField', { problem: t(`refusals.problem.${refusal.problem}`) })
				: t(`refusals.problem.${refusal.problem}`)
		case 'wrong-password':
			return t('refusals.code.wrong-password', { tries: refusal.triesLeft })
		case 'too-many-tries':
			return t('refusals.code.too-many-tries', { minutes: refusal.retryAfterMinutes })
		case 'held-after-recovery':
			return t('refusals.code.held-after-recovery', { time: formatInstant(refusal.until, 'zh-CN') })
		case 'record-altered':
			return t('refusals.code.record-altered', {
				parts: refusal.parts.map((part) => t(`refusals.part.${part}`)).join(t('refusals.partComma')),
			})
		case 'not-writable':
			return t(`refusals.storage.${refusal.cause}`)
		case 'duties-clash':
			return t('refusals.code.duties-clash', {
				role: t(`words.role.${refusal.role}`),
				other: t(`words.role.${refusal.other}`),
			})
		default:
			return t(`refusals.code.${refusal.code}`)
	}
}

function meetingSentence(refusal: RefusalOf<'meeting-transition-refused'>, t: TFunction): string {
	if (refusal.event === 'meeting.cancelled' && (refusal.state === 'preparing' || refusal.state === 'fixed'))
		return t('refusals.code.meeting-agenda-not-empty')
	if (refusal.event === 'meeting.fixed' && refusal.state === 'preparing')
		return t(
			refusal.lacksApproval ? 'refusals.code.meeting-not-approved' : 'refusals.code.meeting-agenda-empty',
		)
	if (refusal.event === 'meeting.closed' && refusal.undecidedItems > 0)
		return t('refusals.code.meeting-undecided', { count: refusal.undecidedItems })
	return refusal.event === 'meeting.closed' && refusal.state === 'held' && refusal.lacksAttendance
		? t('refusals.code.meeting-unattended')
		: t('refusals.code.meeting-transition-refused', { state: t(`words.meetingState.${refusal.state}`) })
}

function beyondSentence(refusal: RefusalOf<'changed-beyond-items'>, t: TFunction): string {
	return t(`refusals.beyond.${refusal.kind === 'correction' ? 'correction' : 'revision'}`, {
		count: refusal.count,
		places: refusal.places
			.map(({ place, nature }) =>
				t('refusals.beyond.place', { place, nature: t(`redline.nature.${nature}`) }),
			)
			.join('、'),
	})
}

function fileSentence(refusal: RefusalOf<'file-refused'>, t: TFunction): string {
	return t('refusals.code.file-refused', {
		file: refusal.fileName || t('refusals.thisFile'),
		cause: t(`refusals.file.${refusal.cause}`, {
			...refusal.figures,
			place: partWords(String(refusal.figures['part'] ?? ''), t),
		}),
	})
}

const FILE_PARTS = [
	'document',
	'header',
	'footer',
	'footnotes',
	'endnotes',
	'comments',
	'styles',
	'numbering',
	'settings',
	'theme',
	'data',
	'chart',
] as const

/** A part of a Word file by what a reader sees of it: word/header1.xml is a header. */
function partWords(part: string, t: TFunction): string {
	const name = FILE_PARTS.find((each) => each === /([a-z]+)\d*\.xml$/i.exec(part)?.[1])
	return name === undefined ? part : t(`refusals.filePart.${name}`)
}

/** How many rules hold a text back. */
export function unmetCount(rules: readonly RuleDecision[]): number {
	return rules.filter((rule) => rule.status === 'unmet').length
}
