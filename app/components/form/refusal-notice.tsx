import { useTranslation } from 'react-i18next'
import type { TFunction } from 'i18next'
import type { RuleDecision } from '#app/domain/agenda-gate/evaluate-gate.ts'
import type { Problem } from '#app/domain/problem.ts'
import { answersSlip, type Refusal } from '#app/domain/refusal.ts'
import { useLanguage } from '#app/locales/language-provider.tsx'
import { formatInstant } from '#app/locales/format-dates.ts'
import { GateCounts } from '#app/components/frame/chips.tsx'
import { GateList } from '#app/components/meeting/gate-list.tsx'
import { Icon } from '#app/components/frame/icon.tsx'
import { contradictionSentence } from '#app/components/review/contradiction-list.tsx'
import { UnseenCharacters } from '#app/components/draft-text/unseen-characters.tsx'
import { CodeDue, CodeForm } from './code-form.tsx'
import { useArrivalFocus } from './use-arrival-focus.ts'
import { codeWords } from '#app/locales/code-words.ts'

/** A refused command in words: what happened, what it means, what to do. It stands above the object, and stays. */
export function RefusalNotice({
	refusal,
	subject,
	signs = false,
}: {
	refusal: Refusal | null | undefined
	/** The title of what the command was about, where the page shows several. */
	subject?: string | undefined
	/** Whether something is signed on this page: then a code that is due is asked for before. */
	signs?: boolean
}) {
	const isAskedBelow = refusal?.code === 'code-needed'
	return (
		<>
			<RefusalWords refusal={refusal} subject={subject} />
			{signs && !isAskedBelow ? <CodeDue /> : null}
		</>
	)
}

function RefusalWords({
	refusal,
	subject,
}: {
	refusal: Refusal | null | undefined
	subject: string | undefined
}) {
	const { t } = useTranslation()
	const place = useArrivalFocus<HTMLElement>(refusal)
	if (!refusal) return null
	return (
		<section
			ref={place}
			role="alert"
			tabIndex={-1}
			className="mb-4 rounded-card border border-bad border-l-4 bg-surface"
		>
			<h2 className="flex items-start gap-2 px-4 py-2 bg-bad-soft text-bad text-section font-semibold">
				<Icon name="shield-cross" className="mt-1" />
				{subject && refusal.code === 'gate-blocked'
					? t('refusals.gateBlockedOf', { title: subject, count: unmetCount(refusal.decision.rules) })
					: refusalSentence(refusal, t)}
			</h2>
			<RefusalDetail refusal={refusal} />
			<p className="px-4 py-2 text-quiet text-ink3 border-t border-line">
				{t(`refusals.${followsOf(refusal)}`)}
			</p>
		</section>
	)
}

function RefusalDetail({ refusal }: { refusal: Refusal }) {
	const { t } = useTranslation()
	const language = useLanguage()
	if (refusal.code === 'code-needed')
		return (
			<div className="px-4 py-2">
				<CodeForm />
			</div>
		)
	if (refusal.code === 'gate-blocked') return <UnmetRules rules={refusal.decision.rules} />
	if (refusal.code === 'agenda-not-sound')
		return (
			<>
				{refusal.items.map((item) => (
					<div key={item.title}>
						<h3 className="px-4 pt-2 font-semibold">{item.title}</h3>
						<UnmetRules rules={item.decision.rules} />
						{item.damagedFiles.map((name) => (
							<p key={name} className="px-4 py-2">
								{t('refusals.damagedFile', { name })}
							</p>
						))}
					</div>
				))}
			</>
		)
	if (refusal.code === 'transition-refused' && refusal.unmet.length > 0)
		return (
			<ul className="px-4 py-2">
				{refusal.unmet.map((requirement) => (
					<li key={requirement} className="flex gap-2 py-1">
						<Icon name="circle-cross" className="mt-1 text-bad" />
						<div>
							{t(`acts.missing.${requirement}`)}
							{requirement === 'findings-agree' ? (
								<ul>
									{[
										...new Set((refusal.contradictions ?? []).map((each) => contradictionSentence(each, t))),
									].map((sentence) => (
										<li key={sentence}>{sentence}</li>
									))}
								</ul>
							) : null}
							{requirement === 'characters-are-seen' ? (
								<UnseenCharacters characters={refusal.characters ?? []} />
							) : null}
						</div>
					</li>
				))}
			</ul>
		)
	if (refusal.code === 'stale-page')
		return (
			<div className="px-4 py-2">
				<h3 className="text-table font-semibold">{t('refusals.changes')}</h3>
				<ul>
					{refusal.changes.map((change) => (
						<li key={change.at + change.kind} className="py-1 text-table">
							{formatInstant(change.at, language)} {change.actorName} {eventWords(change.kind, t)}
						</li>
					))}
				</ul>
			</div>
		)
	return null
}

/** Every unmet rule, and how the others stand. */
function UnmetRules({ rules }: { rules: readonly RuleDecision[] }) {
	const { t } = useTranslation()
	const others = rules.filter((rule) => rule.status !== 'unmet')
	return (
		<>
			<GateList rules={rules} only="unmet" />
			{others.length > 0 ? (
				<p className="border-t border-line px-4 py-2 text-quiet text-ink2">
					{t('gate.others', { count: others.length })}
					<GateCounts rules={others} />
				</p>
			) : null}
		</>
	)
}

/**
 * What was done, from the kind of an entry of the trail or of a line for somebody. Every kind that this program writes
 * has its words, or they do not compile; one that somebody else wrote is shown as it is.
 */
export function eventWords(kind: string, t: TFunction): string {
	return codeWords(t, 'acts.done', kind) ?? kind
}

function unmetCount(rules: readonly RuleDecision[]): number {
	return rules.filter((rule) => rule.status === 'unmet').length
}

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
			if (
				refusal.event === 'meeting.cancelled' &&
				(refusal.state === 'preparing' || refusal.state === 'fixed')
			)
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
		case 'gate-blocked':
			return t('refusals.code.gate-blocked', {
				count: unmetCount(refusal.decision.rules),
			})
		case 'agenda-not-sound':
			return t('refusals.code.agenda-not-sound', {
				titles: refusal.items.map((item) => `《${item.title}》`).join(''),
			})
		case 'changed-beyond-items':
			return t(`refusals.beyond.${refusal.kind === 'correction' ? 'correction' : 'revision'}`, {
				count: refusal.count,
				places: refusal.places
					.map(({ place, nature }) =>
						t('refusals.beyond.place', { place, nature: t(`redline.nature.${nature}`) }),
					)
					.join('、'),
			})
		case 'settled-unchanged':
			return t('refusals.code.settled-unchanged', { places: refusal.places.join('、') })
		case 'steps-rejected':
			return t('refusals.code.steps-rejected', { steps: refusal.steps })
		case 'same-content':
			return t('refusals.code.same-content', { version: refusal.versionNo })
		case 'file-refused':
			return t('refusals.code.file-refused', {
				file: refusal.fileName || t('refusals.thisFile'),
				cause: t(`refusals.file.${refusal.cause}`, {
					...refusal.figures,
					place: partWords(String(refusal.figures['part'] ?? ''), t),
				}),
			})
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

/** What became of a refused form: a slip is no act, so it is not in the trail; where nothing can be written, nothing is. */
function followsOf(refusal: Refusal): 'recorded' | 'notRecorded' | 'stillHere' | 'onlyWords' {
	if (refusal.code === 'not-writable' && refusal.cause === 'unreachable') return 'onlyWords'
	if (refusal.code === 'not-writable') return 'stillHere'
	return answersSlip(refusal) ? 'notRecorded' : 'recorded'
}
