import { useTranslation } from 'react-i18next'
import type { Voice } from '#app/domain/minutes/discussion.ts'
import type { DiscussionEntry, OutcomeEntry } from '#app/services/meeting/meeting-record-entries.server.ts'
import { Fact } from '#app/components/frame/card.tsx'

/** What became of an item and what was said of it, each in their own words and in the order of speaking. */
export function ItemRecord({ entry }: { entry: OutcomeEntry }) {
	const { t } = useTranslation()
	const { outcome, decisionText, dissent, discussion } = entry
	return (
		<section className="border-b border-line py-2 last:border-b-0">
			<h3 className="font-semibold">{entry.title}</h3>
			<dl>
				{discussion ? <Discussion discussion={discussion} /> : null}
				<Fact name={t('meeting.outcome.result')}>
					{outcome ? t(`words.outcome.${outcome}`) : t('meeting.discussion.noOutcome')}
				</Fact>
				{decisionText ? <Fact name={t('meeting.outcome.decision')}>{decisionText}</Fact> : null}
				{dissent ? <Fact name={t('meeting.outcome.dissent')}>{dissent}</Fact> : null}
			</dl>
		</section>
	)
}

function Discussion({ discussion }: { discussion: DiscussionEntry }) {
	const { t } = useTranslation()
	const { head, headReason, voices, isHeadLast, reviewBodyMissing } = discussion
	const of = (part: Voice['part']) => voices.filter((voice) => voice.part === part)
	return (
		<>
			<Fact name={t('meeting.discussion.presenters')}>{persons(of('presenter'))}</Fact>
			{of('attending').length > 0 ? (
				<Fact name={t('meeting.capacity.attending')}>{persons(of('attending'))}</Fact>
			) : null}
			{reviewBodyMissing ? (
				<p className="py-1 text-table text-warn">
					{t('meeting.discussion.reviewBodyMissing', { organ: reviewBodyMissing })}
				</p>
			) : null}
			<Fact name={t('meeting.discussion.opinions')}>
				<ol className="list-decimal pl-5">
					{of('opinion').map((voice, at) => (
						<li key={at} className={discussion.dissenting.includes(voice.name) ? 'font-semibold' : ''}>
							{voice.name}
							{voice.name === head ? t('meeting.discussion.isHead') : ''}
							{t('meeting.discussion.colon')}
							{[voice.stance ? t(`meeting.stance.${voice.stance}`) : '', voice.words]
								.filter(Boolean)
								.join(t('meeting.discussion.comma'))}
						</li>
					))}
				</ol>
			</Fact>
			{isHeadLast ? null : (
				<p className="py-1 text-table text-warn">{t('meeting.discussion.headNotLast', { name: head })}</p>
			)}
			{headReason ? <Fact name={t('meeting.discussion.headReason')}>{headReason}</Fact> : null}
		</>
	)
}

function persons(list: readonly Pick<Voice, 'name' | 'organ'>[]): string {
	return list.map(({ name, organ }) => [name, organ].filter(Boolean).join(' ')).join('、')
}
