import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button, LinkButton } from '#app/components/form/button.tsx'
import { Card } from '#app/components/frame/card.tsx'
import { CommandForm } from '#app/components/form/command-form.tsx'
import { DeskHead } from '#app/components/matter/desk-head.tsx'
import { FileField } from '#app/components/form/file-field.tsx'
import { type RowForms, MaterialRow, PAPER_SUFFIXES } from '#app/components/materials/material-row.tsx'
import { EmptyState, PageBody } from '#app/components/frame/page.tsx'
import type { PageHandle } from '#app/components/frame/page-title.tsx'
import { RefusalNotice } from '#app/components/form/refusal-notice.tsx'
import { revalidateAfterRefusal } from '#app/components/form/revalidate-after-refusal.ts'
import { StepRow } from '#app/components/materials/step-row.tsx'
import { UnplacedFiles } from '#app/components/materials/unplaced-files.tsx'
import { MATERIALS } from '#app/forms/drafting-forms.ts'
import { about } from '#app/forms/form.ts'
import { matterIdOf, pageOrThrow } from '#app/http/page-answer.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { takeMaterialsForm } from '#app/http/take-materials-form.server.ts'
import { readMaterialsPage } from '#app/services/materials/read-materials-page.server.ts'

export const handle = { title: 'intake.materials.title' } satisfies PageHandle

export const shouldRevalidate = revalidateAfterRefusal

export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	const page = pageOrThrow(await readMaterialsPage(shell, actor, matterIdOf(args.params)))
	return { key: shell.newId(), ...page }
}

export async function action(args: ActionFunctionArgs) {
	return takeMaterialsForm(args, matterIdOf(args.params))
}

export default function MaterialsRoute() {
	const { t } = useTranslation()
	const page = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	const { heading, checklist, steps, missing, unanswered } = page
	const required = checklist.filter((row) => row.isRequired).length
	const isOpen = heading.open.includes('matter.edited')
	const forms = { matterId: heading.matterId, commandKey: page.key, seen: heading.revision, isOpen, answer }
	return (
		<>
			<DeskHead heading={heading} title={t('intake.materials.title')} step="materials" tab="materials" />
			<PageBody isNarrow>
				<RefusalNotice refusal={answer?.refusal} />
				<Card
					title={t('intake.materials.title')}
					note={t(missing > 0 ? 'intake.materials.counter' : 'intake.materials.complete', {
						total: required,
						missing,
					})}
					padded={false}
				>
					{checklist.length === 0 ? <EmptyState>{t('intake.materials.none')}</EmptyState> : null}
					<ul>
						{checklist.map((row) => (
							<MaterialRow key={`${row.code}-${heading.revision}`} row={row} forms={forms} />
						))}
					</ul>
				</Card>
				{isOpen ? <SeveralFiles key={heading.revision} forms={forms} /> : null}
				<UnplacedFiles files={page.unplaced} places={page.places} forms={forms} />
				<Card
					title={t('intake.materials.steps')}
					note={t(unanswered > 0 ? 'intake.materials.stepsCounter' : 'intake.materials.stepsComplete', {
						count: unanswered,
					})}
					padded={false}
				>
					<p className="px-4 py-3 text-table text-ink2">{t('intake.materials.stepsLead')}</p>
					<ul>
						{steps.map((row) => (
							<StepRow key={`${row.step}-${heading.revision}`} row={row} forms={forms} />
						))}
					</ul>
				</Card>
				{heading.open.includes('submission.prepared') ? (
					<LinkButton to={`/matters/${heading.matterId}/confirm`} look="filled" icon="arrow">
						{t('intake.materials.toConfirm')}
					</LinkButton>
				) : null}
				{heading.open.includes('supplement.submitted') ? (
					<LinkButton to={`/matters/${heading.matterId}/supplement`} look="filled" icon="arrow">
						{t('intake.supplement.title')}
					</LinkButton>
				) : null}
			</PageBody>
		</>
	)
}

function SeveralFiles({ forms }: { forms: RowForms }) {
	const { t } = useTranslation()
	return (
		<Card title={t('intake.materials.bulk')}>
			<CommandForm
				answer={forms.answer}
				about={about(MATERIALS.bulk)}
				commandKey={`${forms.commandKey}-bulk`}
				seen={forms.seen}
				hasFiles
			>
				<FileField
					name={MATERIALS.bulk.bulk}
					secrecyName={MATERIALS.bulk['bulk-secrecy']}
					label={t('intake.materials.file')}
					hint={t('intake.materials.bulkHint')}
					accept={PAPER_SUFFIXES}
					isMultiple
				/>
				<Button>{t('intake.materials.bulkSubmit')}</Button>
			</CommandForm>
		</Card>
	)
}
