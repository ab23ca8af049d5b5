import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { TFunction } from 'i18next'
import { answersSlip, type Refusal, type RefusalOf } from '#app/domain/refusal.ts'
import { useLanguage } from '#app/locales/language-provider.tsx'
import { formatInstant } from '#app/locales/format-dates.ts'
import { Icon } from '#app/components/frame/icon.tsx'
import { contradictionSentence } from '#app/components/review/contradiction-list.tsx'
import { UnseenCharacters } from '#app/components/draft-text/unseen-characters.tsx'
import { CodeDue, CodeForm } from './code-form.tsx'
import { refusalSentence, unmetCount } from './refusal-sentence.ts'
import { useArrivalFocus } from './use-arrival-focus.ts'
import { codeWords } from '#app/locales/code-words.ts'

/** A refused command in words: what happened, what it means, what to do. It stands above the object, and stays. */
export function RefusalNotice({
	refusal,
	subject,
	signs = false,
	children,
}: {
	refusal: Refusal | null | undefined
	/** The title of what the command was about, where the page shows several. */
	subject?: string | undefined
	/** Whether something is signed on this page: then a code that is due is asked for before. */
	signs?: boolean
	/** What only this page's acts can be refused with, in full. */
	children?: ReactNode
}) {
	const isAskedBelow = refusal?.code === 'code-needed'
	return (
		<>
			<RefusalWords refusal={refusal} subject={subject}>
				{children}
			</RefusalWords>
			{signs && !isAskedBelow ? <CodeDue /> : null}
		</>
	)
}

function RefusalWords({
	refusal,
	subject,
	children,
}: {
	refusal: Refusal | null | undefined
	subject: string | undefined
	children: ReactNode
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
			{children}
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
	if (refusal.code === 'transition-refused' && refusal.unmet.length > 0)
		return <UnmetRequirements refusal={refusal} />
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

/** What an act still lacks, with what contradicts what and the characters that nobody has seen. */
function UnmetRequirements({ refusal }: { refusal: RefusalOf<'transition-refused'> }) {
	const { t } = useTranslation()
	const contradictions = new Set((refusal.contradictions ?? []).map((each) => contradictionSentence(each, t)))
	return (
		<ul className="px-4 py-2">
			{refusal.unmet.map((requirement) => (
				<li key={requirement} className="flex gap-2 py-1">
					<Icon name="circle-cross" className="mt-1 text-bad" />
					<div>
						{t(`acts.missing.${requirement}`)}
						{requirement === 'findings-agree' ? (
							<ul>
								{[...contradictions].map((sentence) => (
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
}

/**
 * What was done, from the kind of an entry of the trail or of a line for somebody. Every kind that this program writes
 * has its words, or they do not compile; one that somebody else wrote is shown as it is.
 */
export function eventWords(kind: string, t: TFunction): string {
	return codeWords(t, 'acts.done', kind) ?? kind
}

/** What became of a refused form: a slip is no act, so it is not in the trail; where nothing can be written, nothing is. */
function followsOf(refusal: Refusal): 'recorded' | 'notRecorded' | 'stillHere' | 'onlyWords' {
	if (refusal.code === 'not-writable' && refusal.cause === 'unreachable') return 'onlyWords'
	if (refusal.code === 'not-writable') return 'stillHere'
	return answersSlip(refusal) ? 'notRecorded' : 'recorded'
}
