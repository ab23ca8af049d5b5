import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { AdminTabs } from '#app/components/administration/admin-tabs.tsx'
import { Card } from '#app/components/frame/card.tsx'
import { Designation, NewOrgan, NewUnit } from '#app/components/administration/organ-forms.tsx'
import { WaitingDesignations } from '#app/components/administration/waiting-designations.tsx'
import { PageBody, PageHead } from '#app/components/frame/page.tsx'
import type { PageHandle } from '#app/components/frame/page-title.tsx'
import { RefusalNotice } from '#app/components/form/refusal-notice.tsx'
import { revalidateAfterRefusal } from '#app/components/form/revalidate-after-refusal.ts'
import type { Given } from '#app/forms/form.ts'
import { ORGANISATION } from '#app/forms/organisation-forms.ts'
import { pageOrThrow } from '#app/http/page-answer.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { type GivenForm, takeForm } from '#app/http/take-form.server.ts'
import { addOrgan, addUnit } from '#app/services/organisation/edit-organisation.server.ts'
import {
	decideDesignation,
	designateReviewBody,
} from '#app/services/organisation/designate-review-body.server.ts'
import { readOrgans } from '#app/services/organisation/read-organs.server.ts'

export const handle = { title: 'administration.tabs.organs' } satisfies PageHandle

export const shouldRevalidate = revalidateAfterRefusal

export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	return { key: shell.newId(), ...pageOrThrow(await readOrgans(shell, actor)) }
}

export async function action(args: ActionFunctionArgs) {
	return takeForm<typeof ORGANISATION, unknown>(args, {
		shape: ORGANISATION,
		run,
		goTo: () => '/admin/people/organs',
	})
}

function run({ shell, actor, key, form }: GivenForm<Given<typeof ORGANISATION>>) {
	switch (form.intent) {
		case 'organ':
			return addOrgan(shell, actor, key, form)
		case 'unit':
			return addUnit(shell, actor, key, form)
		case 'designation':
			return designateReviewBody(shell, actor, key, form)
		case 'confirm-designation':
			return decideDesignation(shell, actor, key, { designationId: form.designationId, isConfirmed: true })
		case 'decline-designation':
			return decideDesignation(shell, actor, key, { designationId: form.designationId, isConfirmed: false })
	}
}

export default function OrgansRoute() {
	const { t } = useTranslation()
	const { key, organs, mayEdit, waiting } = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	return (
		<>
			<PageHead title={t('administration.people.title')}>
				<p className="text-table text-ink2">{t('administration.people.lead')}</p>
				<AdminTabs current="organs" mayEdit={mayEdit} />
			</PageHead>
			<PageBody>
				<RefusalNotice refusal={answer?.refusal} signs />
				<WaitingDesignations commandKey={key} answer={answer} waiting={waiting} />
				{mayEdit ? <NewOrgan commandKey={key} answer={answer} /> : null}
				{mayEdit ? <NewUnit commandKey={key} answer={answer} organs={organs} /> : null}
				{mayEdit ? <Designation commandKey={key} answer={answer} organs={organs} /> : null}
				{organs.map((organ) => (
					<Card
						key={organ.id}
						title={organ.name}
						note={[
							organ.shortName,
							t(`words.organKind.${organ.kind}`),
							organ.twoPersonReview ? t('administration.organs.twoPersonShort') : '',
						]
							.filter(Boolean)
							.join(' · ')}
						aside={t('administration.organs.people', { count: organ.posts })}
					>
						<p className="mb-1 text-table">
							{organ.reviewedBy === null
								? t('administration.organs.reviewedByNobody')
								: t('administration.organs.reviewedBy', { body: organ.reviewedBy })}
						</p>
						{organ.units.length === 0 ? (
							<p className="text-table text-ink3">{t('administration.organs.none')}</p>
						) : (
							<ul className="flex flex-wrap gap-x-5 gap-y-1 text-table">
								{organ.units.map((unit) => (
									<li key={unit.id}>
										{unit.name}{' '}
										{unit.kind === 'legal' ? (
											<span className="text-quiet text-ink3">{t('words.unitKind.legal')}</span>
										) : null}
									</li>
								))}
							</ul>
						)}
					</Card>
				))}
			</PageBody>
		</>
	)
}
