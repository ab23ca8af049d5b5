import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/form/button.tsx'
import { Card } from '#app/components/frame/card.tsx'
import { Chip } from '#app/components/frame/chips.tsx'
import { CommandForm } from '#app/components/form/command-form.tsx'
import { ReleaseCounsel } from '#app/components/review/release-counsel.tsx'
import { DeskHead } from '#app/components/matter/desk-head.tsx'
import { CheckBox } from '#app/components/form/fields.tsx'
import { type FormAnswer, answerTo } from '#app/components/form/form-state.ts'
import { EmptyState, PageBody } from '#app/components/frame/page.tsx'
import type { PageHandle } from '#app/components/frame/page-title.tsx'
import { RefusalNotice } from '#app/components/form/refusal-notice.tsx'
import { refusalSentence } from '#app/components/form/refusal-sentence.ts'
import { revalidateAfterRefusal } from '#app/components/form/revalidate-after-refusal.ts'
import { takeMatterForm } from '#app/http/take-form.server.ts'
import { about } from '#app/forms/form.ts'
import { ASSIGNMENT } from '#app/forms/matter-forms.ts'
import { matterIdOf, pageOrThrow } from '#app/http/page-answer.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { assignCounsel, assignReviewer } from '#app/services/intake/assign-reviewer.server.ts'
import { releaseCounsel } from '#app/services/intake/release-counsel.server.ts'
import { type CandidateRow, readAssignPage } from '#app/services/intake/read-assign-page.server.ts'

export const handle = { title: 'review.assign.title' } satisfies PageHandle

export const shouldRevalidate = revalidateAfterRefusal

export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	return { key: shell.newId(), ...pageOrThrow(await readAssignPage(shell, actor, matterIdOf(args.params))) }
}

export async function action(args: ActionFunctionArgs) {
	return takeMatterForm(args, {
		shape: ASSIGNMENT,
		run: ({ shell, actor, order, form }) => {
			if (form.intent === 'release') return releaseCounsel(shell, actor, order, form)
			return (form.intent === 'counsel' ? assignCounsel : assignReviewer)(shell, actor, order, form.personId)
		},
		goTo: ({ order }) => `/matters/${order.matterId}/assign`,
	})
}

export default function AssignRoute() {
	const { t } = useTranslation()
	const page = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	const { heading } = page
	const form = { commandKey: page.key, seen: heading.revision, answer }
	const present = page.reviewers.find(({ isAssigned }) => isAssigned)
	return (
		<>
			<DeskHead heading={heading} title={t('review.assign.title')} />
			<PageBody isNarrow>
				<RefusalNotice refusal={answer?.refusal} />
				<Card title={t('review.assign.reviewer')} note={t('review.assign.reviewerNote')} padded={false}>
					<Candidates
						rows={page.reviewers}
						hand={present ? 'reviewer-anew' : 'reviewer'}
						present={present?.name}
						isOpen={heading.open.includes('reviewer.assigned')}
						form={form}
					/>
				</Card>
				<Card title={t('review.assign.counsel')} note={t('review.assign.counselNote')} padded={false}>
					{heading.open.includes('counsel.assigned') ? null : (
						<p className="px-4 pt-3 text-table text-ink2">{t('review.assign.counselLater')}</p>
					)}
					<Candidates
						rows={page.counsel}
						hand="counsel"
						isOpen={heading.open.includes('counsel.assigned')}
						form={form}
					/>
				</Card>
			</PageBody>
		</>
	)
}

type Hand = Exclude<keyof typeof ASSIGNMENT, 'release'>
type FormPlace = { commandKey: string; seen: number; answer: FormAnswer | undefined }

function Candidates(props: {
	rows: readonly CandidateRow[]
	hand: Hand
	present?: string | undefined
	isOpen: boolean
	form: FormPlace
}) {
	const { t } = useTranslation()
	const { rows, hand, present, isOpen, form } = props
	if (rows.length === 0) return <EmptyState>{t('review.assign.nobody')}</EmptyState>
	return (
		<table className="table-list md:table-fixed">
			<thead>
				<tr>
					<th scope="col" className="w-[9em]">
						{t('review.assign.name')}
					</th>
					<th scope="col">{t('review.assign.place')}</th>
					<th scope="col" className="w-[8em]">
						{t('review.assign.open')}
					</th>
					<th scope="col" className="w-[15em]">
						{t('review.assign.choice')}
					</th>
				</tr>
			</thead>
			<tbody>
				{rows.map((row) => (
					<tr key={row.personId}>
						<td className="font-semibold">{row.name}</td>
						<td data-label={t('review.assign.place')}>
							{row.place} <span className="text-ink3">{t(`words.role.${row.role}`)}</span>
						</td>
						<td data-label={t('review.assign.open')}>
							{t('review.assign.count', { count: row.openMatters })}
						</td>
						<td>
							<Choice row={row} hand={hand} present={present} isOpen={isOpen} form={form} />
						</td>
					</tr>
				))}
			</tbody>
		</table>
	)
}

/** Who is assigned; counsel who have not written may be let go. */
function Assigned({ row, isOpen, form }: { row: CandidateRow; isOpen: boolean; form: FormPlace }) {
	const { t } = useTranslation()
	const { personId, name } = row
	return (
		<>
			<Chip tone="green" icon="check">
				{t('review.assign.assigned')}
			</Chip>{' '}
			{row.isAwaited ? (
				<Chip tone="amber" icon="clock">
					{t('intake.release.awaited')}
				</Chip>
			) : null}
			{row.isAwaited && isOpen ? <ReleaseCounsel personId={personId} name={name} {...form} /> : null}
		</>
	)
}

function Choice({
	row,
	hand,
	present,
	isOpen,
	form,
}: {
	row: CandidateRow
	hand: Hand
	present: string | undefined
	isOpen: boolean
	form: FormPlace
}) {
	const { t } = useTranslation()
	if (row.isAssigned) return <Assigned row={row} isOpen={isOpen} form={form} />
	if (row.whyNot) return <span className="text-ink3">{refusalSentence(row.whyNot, t)}</span>
	if (!isOpen) return null
	const assignment = about(ASSIGNMENT[hand], { personId: row.personId })
	const command = (
		<CommandForm
			commandKey={`${form.commandKey}-${hand}-${row.personId.slice(-8)}`}
			seen={form.seen}
			answer={form.answer}
			about={assignment}
		>
			{hand === 'reviewer-anew' ? (
				<CheckBox
					id={`sure-${row.personId}`}
					name={ASSIGNMENT[hand].sure}
					label={t('review.assign.anewSure', { name: row.name, present: present ?? '' })}
					isRequired
				/>
			) : null}
			<Button icon="person">{t('review.assign.submit', { name: row.name })}</Button>
		</CommandForm>
	)
	if (hand !== 'reviewer-anew') return command
	return (
		<details open={answerTo(form.answer, assignment) !== undefined}>
			<summary className="text-table text-accent">{t('review.assign.anew', { name: row.name })}</summary>
			{command}
		</details>
	)
}
