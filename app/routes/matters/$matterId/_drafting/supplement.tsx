import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button, LinkButton } from '#app/components/form/button.tsx'
import { Card } from '#app/components/frame/card.tsx'
import { CommandForm } from '#app/components/form/command-form.tsx'
import { DeskHead } from '#app/components/matter/desk-head.tsx'
import { TextArea } from '#app/components/form/fields.tsx'
import { MissingList } from '#app/components/materials/missing-list.tsx'
import { PageBody } from '#app/components/frame/page.tsx'
import type { PageHandle } from '#app/components/frame/page-title.tsx'
import { RefusalNotice } from '#app/components/form/refusal-notice.tsx'
import { revalidateAfterRefusal } from '#app/components/form/revalidate-after-refusal.ts'
import { SUPPLEMENT } from '#app/forms/drafting-forms.ts'
import { fieldAt, sending } from '#app/forms/form.ts'
import { matterIdOf, pageOrThrow } from '#app/http/page-answer.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { takeSupplementForm } from '#app/http/take-supplement-form.server.ts'
import { formatDay, formatInstant } from '#app/locales/format-dates.ts'
import { useLanguage } from '#app/locales/language-provider.tsx'
import { readSupplementPage } from '#app/services/materials/read-supplement-page.server.ts'

export const handle = { title: 'intake.supplement.title' } satisfies PageHandle

export const shouldRevalidate = revalidateAfterRefusal

export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	return {
		key: shell.newId(),
		...pageOrThrow(await readSupplementPage(shell, actor, matterIdOf(args.params))),
	}
}

export async function action(args: ActionFunctionArgs) {
	return takeSupplementForm(args)
}

export default function SupplementRoute() {
	const { t } = useTranslation()
	const language = useLanguage()
	const page = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	const { heading } = page
	const asked = t('intake.supplement.asked', {
		name: page.requestedBy,
		when: formatInstant(page.requestedAt, language),
	})
	return (
		<>
			<DeskHead
				heading={heading}
				title={t('intake.supplement.title')}
				actions={
					<>
						<LinkButton to={`/matters/${heading.matterId}/materials`}>
							{t('intake.supplement.toMaterials')}
						</LinkButton>
						<LinkButton to={`/matters/${heading.matterId}/draft`}>
							{t('intake.supplement.toDraft')}
						</LinkButton>
					</>
				}
			/>
			<PageBody isNarrow>
				<RefusalNotice refusal={answer?.refusal} />
				<Card
					title={t('intake.supplement.list', { number: page.number })}
					note={asked}
					aside={page.dueOn ? t('intake.supplement.due', { day: formatDay(page.dueOn, language) }) : null}
				>
					<p className="mb-3 text-table text-ink2">{t('intake.supplement.hint')}</p>
					<CommandForm answer={answer} commandKey={page.key} seen={heading.revision}>
						{page.items.map((item) => (
							<AskedItem key={item.position} item={item} />
						))}
						<MissingList matterId={heading.matterId} unmet={page.unmet} />
						<div className="flex flex-wrap gap-2">
							<Button look="filled" {...sending(SUPPLEMENT.send)}>
								{t('intake.supplement.submit')}
							</Button>
							<Button {...sending(SUPPLEMENT.save)}>{t('intake.supplement.save')}</Button>
						</div>
					</CommandForm>
				</Card>
			</PageBody>
		</>
	)
}

/** One paper or answer that was asked for, why, and what is answered. */
function AskedItem({ item }: { item: ReturnType<typeof useLoaderData<typeof loader>>['items'][number] }) {
	const { t } = useTranslation()
	return (
		<div className="mb-2 border-t border-line pt-3">
			<p className="font-semibold">
				{item.position}. {item.what}
			</p>
			<p className="mb-2 text-table text-ink2">{t('intake.supplement.why', { reason: item.reason })}</p>
			<TextArea
				name={fieldAt(SUPPLEMENT.save.answer, item.position)}
				label={t('intake.supplement.answer', { position: item.position })}
				rows={3}
				defaultValue={item.answer ?? undefined}
			/>
		</div>
	)
}
