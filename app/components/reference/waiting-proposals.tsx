import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/form/button.tsx'
import { CommandForm } from '#app/components/form/command-form.tsx'
import { CheckBox, HiddenField, TextArea } from '#app/components/form/fields.tsx'
import { type FormAnswer, answerTo } from '#app/components/form/form-state.ts'
import { Card } from '#app/components/frame/card.tsx'
import { about } from '#app/forms/form.ts'
import { REFERENCE_ANSWER } from '#app/forms/reference-forms.ts'
import { useLanguage } from '#app/locales/language-provider.tsx'
import type { ProposalLine } from '#app/services/reference/proposal-lines.server.ts'
import { entryName, entryPath } from './entry-words.ts'
import { ProposalFacts } from './proposal-facts.tsx'

type Props = { readonly commandKey: string; readonly answer: FormAnswer | undefined }

/** The proposals that wait for a second person, who answers them here. */
export function WaitingProposals({ lines, ...form }: Props & { lines: readonly ProposalLine[] }) {
	const { t } = useTranslation()
	const language = useLanguage()
	return (
		<>
			{lines.map((line) => (
				<Card
					key={line.id}
					title={t('reference.proposal.waiting', { entry: entryName(line, t, language) })}
					note={t(`reference.kind.${line.kind}`)}
					aside={<Link to={entryPath(line.kind, line.code)}>{t('reference.proposal.look')}</Link>}
				>
					<ProposalFacts line={line} />
					{line.mayDecide ? (
						<Answers line={line} {...form} />
					) : (
						<p className="mt-2 text-table text-ink2">{t('reference.proposal.waits')}</p>
					)}
				</Card>
			))}
		</>
	)
}

function Answers({ line, commandKey, answer }: Props & { line: ProposalLine }) {
	const { t } = useTranslation()
	const { confirm, decline } = REFERENCE_ANSWER
	const ofConfirm = about(confirm, { proposalId: line.id })
	const ofDecline = about(decline, { proposalId: line.id })
	const declining = answerTo(answer, ofDecline)
	return (
		<>
			<CommandForm
				commandKey={`${commandKey}-c-${line.id}`}
				answer={answerTo(answer, ofConfirm)}
				about={ofConfirm}
				className="mt-3"
			>
				<HiddenField name={confirm.proposalId} value={line.id} />
				<CheckBox
					id={`sure-${line.id}`}
					name={confirm.sure}
					label={t('reference.proposal.sure')}
					isRequired
				/>
				<Button look="filled">{t('reference.proposal.confirm')}</Button>
			</CommandForm>
			<details className="mt-3" open={declining !== undefined}>
				<summary className="cursor-pointer text-table text-bad">{t('reference.proposal.decline')}</summary>
				<CommandForm
					commandKey={`${commandKey}-d-${line.id}`}
					answer={declining}
					about={ofDecline}
					className="mt-2"
				>
					<HiddenField name={decline.proposalId} value={line.id} />
					<TextArea
						id={`reason-${line.id}`}
						name={decline.reason}
						label={t('reference.proposal.whyNot')}
						rows={2}
					/>
					<Button look="danger">{t('reference.proposal.declineYes')}</Button>
				</CommandForm>
			</details>
		</>
	)
}
