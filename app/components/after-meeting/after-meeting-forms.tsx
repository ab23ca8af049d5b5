import { useTranslation } from 'react-i18next'
import { type FormAnswer, answerTo } from '#app/components/form/form-state.ts'
import { Button, LinkButton } from '#app/components/form/button.tsx'
import { Card, Fact } from '#app/components/frame/card.tsx'
import { CommandForm } from '#app/components/form/command-form.tsx'
import { RadioRow, TextArea } from '#app/components/form/fields.tsx'
import { HashText } from '#app/components/frame/page.tsx'
import { MissingList } from '#app/components/materials/missing-list.tsx'
import { refusalSentence } from '#app/components/form/refusal-sentence.ts'
import { SigningBox } from '#app/components/review/signing-box.tsx'
import { CHECK_RESULTS } from '#app/domain/meeting/meeting-check.ts'
import { about, sending } from '#app/forms/form.ts'
import { AFTER_MEETING } from '#app/forms/matter-forms.ts'
import type { AfterMeetingPage } from '#app/services/after-meeting/read-after-meeting-page.server.ts'

type Part = {
	readonly page: AfterMeetingPage & { readonly key: string }
	readonly answer: FormAnswer | undefined
}

/** What whoever reads may do now: hand in, check, sign; or, in words, that it is somebody else's turn. */
export function AfterMeetingForms(part: Part) {
	const { t } = useTranslation()
	const { heading, isWithSigner, clash, current } = part.page
	const mayCheck = heading.open.includes('meeting-text.checked') && !isWithSigner
	const maySign = heading.open.includes('meeting-text.confirmed') && isWithSigner
	return (
		<div className="no-print">
			<Card title={t('afterMeeting.rule.title')}>
				<p className="text-table">
					{t('afterMeeting.rule.words', {
						days: part.page.checkDays,
						assumed: part.page.isCheckAssumed ? t('intake.opening.assumed') : '',
					})}
				</p>
				{current ? (
					<dl className="mt-2">
						<Fact name={t('afterMeeting.rule.onlyOn')}>
							{t('afterMeeting.version', { version: current.versionNo })}{' '}
							<HashText hash={current.contentSha256} />
						</Fact>
					</dl>
				) : null}
			</Card>
			{heading.open.includes('meeting-text.submitted') ? <SubmitForm {...part} /> : null}
			{mayCheck ? <CheckForm {...part} /> : null}
			{maySign && clash ? (
				<p className="mb-4 rounded bg-bad-soft px-4 py-2 text-bad">{refusalSentence(clash, t)}</p>
			) : null}
			{maySign && !clash ? <SignForms {...part} /> : null}
			{heading.state === 'post-check' && !mayCheck && !maySign ? (
				<p className="text-table text-ink2">
					{t(isWithSigner ? 'afterMeeting.withSigner' : 'afterMeeting.withReviewer')}
				</p>
			) : null}
		</div>
	)
}

function SubmitForm({ page, answer }: Part) {
	const { t } = useTranslation()
	const { heading, unmet } = page
	const isReady = unmet.length === 0
	return (
		<Card title={t('afterMeeting.submit.title')}>
			<MissingList matterId={heading.matterId} unmet={unmet} />
			<div className="mb-3">
				<LinkButton to={`/matters/${heading.matterId}/draft`} look={isReady ? 'outline' : 'filled'}>
					{t('afterMeeting.submit.toDraft')}
				</LinkButton>
			</div>
			<CommandForm
				answer={answer}
				about={about(AFTER_MEETING.submit)}
				commandKey={`${page.key}-submit`}
				seen={heading.revision}
			>
				<TextArea
					name={AFTER_MEETING.submit.words}
					label={t('afterMeeting.submit.words')}
					hint={t('afterMeeting.submit.hint')}
				/>
				<Button {...sending(AFTER_MEETING.submit)} look={isReady ? 'filled' : 'outline'}>
					{t('afterMeeting.submit.button')}
				</Button>
			</CommandForm>
		</Card>
	)
}

function CheckForm({ page, answer }: Part) {
	const { t } = useTranslation()
	return (
		<Card title={t('afterMeeting.check.title')}>
			<CommandForm
				answer={answer}
				about={about(AFTER_MEETING.check)}
				commandKey={`${page.key}-check`}
				seen={page.heading.revision}
			>
				<RadioRow
					name={AFTER_MEETING.check.result}
					legend={t('afterMeeting.check.result')}
					isStacked
					choices={CHECK_RESULTS.map((value) => ({ value, label: t(`afterMeeting.check.choice.${value}`) }))}
				/>
				<TextArea
					name={AFTER_MEETING.check.words}
					label={t('afterMeeting.check.words')}
					hint={t('afterMeeting.check.hint')}
				/>
				<Button look="filled" icon="pen">
					{t('afterMeeting.check.button')}
				</Button>
			</CommandForm>
		</Card>
	)
}

function SignForms({ page, answer }: Part) {
	const { t } = useTranslation()
	const isRefused = answerTo(answer, about(AFTER_MEETING.refuse)) !== undefined
	return (
		<>
			<CommandForm
				answer={answer}
				about={about(AFTER_MEETING.sign)}
				commandKey={`${page.key}-sign`}
				seen={page.heading.revision}
				className="mb-4"
			>
				<SigningBox
					fields={AFTER_MEETING.sign}
					read={t('afterMeeting.sign.read')}
					label={t('afterMeeting.sign.button')}
					note={t('afterMeeting.sign.note')}
				/>
			</CommandForm>
			<details open={isRefused}>
				<summary className="text-table text-accent">{t('afterMeeting.refuse.title')}</summary>
				<CommandForm
					answer={answer}
					about={about(AFTER_MEETING.refuse)}
					commandKey={`${page.key}-refuse`}
					seen={page.heading.revision}
					className="mt-2"
				>
					<TextArea name={AFTER_MEETING.refuse.words} label={t('afterMeeting.refuse.words')} />
					<Button look="danger" icon="back">
						{t('afterMeeting.refuse.title')}
					</Button>
				</CommandForm>
			</details>
		</>
	)
}
