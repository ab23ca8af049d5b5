import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Card, Fact } from '#app/components/frame/card.tsx'
import { CommandForm } from '#app/components/form/command-form.tsx'
import { DeskHead } from '#app/components/matter/desk-head.tsx'
import { CheckBox, SelectField, TextArea } from '#app/components/form/fields.tsx'
import { HashText, PageBody } from '#app/components/frame/page.tsx'
import type { PageHandle } from '#app/components/frame/page-title.tsx'
import { useWording } from '#app/locales/use-wording.ts'
import { RefusalNotice } from '#app/components/form/refusal-notice.tsx'
import { revalidateAfterRefusal } from '#app/components/form/revalidate-after-refusal.ts'
import { SigningBox } from '#app/components/review/signing-box.tsx'
import { takeMatterForm, toMatter } from '#app/http/take-form.server.ts'
import { EXCLUSION } from '#app/forms/matter-forms.ts'
import { matterIdOf, pageOrThrow } from '#app/http/page-answer.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { excludeMatter } from '#app/services/intake/exclude-matter.server.ts'
import { readDecisionPage } from '#app/services/opinion/read-counsel-page.server.ts'

export const handle = { title: 'review.exclude.title' } satisfies PageHandle

export const shouldRevalidate = revalidateAfterRefusal

export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	const page = pageOrThrow(await readDecisionPage(shell, actor, matterIdOf(args.params), 'scope.excluded'))
	return { key: shell.newId(), ...page }
}

export async function action(args: ActionFunctionArgs) {
	return takeMatterForm(args, {
		shape: EXCLUSION,
		run: ({ shell, actor, order, form }) => excludeMatter(shell, actor, order, form),
		goTo: toMatter,
	})
}

export default function ExcludeRoute() {
	const { t } = useTranslation()
	const page = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	const { heading, version } = page
	return (
		<>
			<DeskHead heading={heading} title={t('review.exclude.title')} />
			<PageBody isNarrow>
				<RefusalNotice refusal={answer?.refusal} signs />
				<Card>
					<p className="mb-3 text-table">{t('review.exclude.what')}</p>
					<dl>
						<Fact name={t('review.sign.onlyOn')}>
							{version ? t('review.version', { version: version.versionNo }) : ''}{' '}
							{version ? <HashText hash={version.contentSha256} /> : null}
						</Fact>
						<Fact name={t('review.sign.after')}>{t('review.exclude.after')}</Fact>
					</dl>
				</Card>
				{page.reasons.length === 0 ? (
					<p>{t('review.exclude.reviewed')}</p>
				) : heading.open.includes('scope.excluded') ? (
					<ExclusionForm />
				) : (
					<p>{t('review.notNow')}</p>
				)}
			</PageBody>
		</>
	)
}

function ExclusionForm() {
	const { t } = useTranslation()
	const wording = useWording()
	const page = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	return (
		<Card>
			<CommandForm answer={answer} commandKey={page.key} seen={page.heading.revision}>
				<SelectField
					name={EXCLUSION.reasonCode}
					label={t('review.exclude.reason')}
					empty={t('review.choose')}
					defaultValue={''}
					options={page.reasons.map((reason) => ({
						value: reason.code,
						label: `${wording(reason.name)}（${reason.ground}）`,
					}))}
				/>
				<TextArea
					name={EXCLUSION.words}
					label={t('review.exclude.words')}
					hint={t('review.exclude.wordsHint')}
				/>
				<CheckBox name={EXCLUSION.staysInside} label={t('review.exclude.staysInside')} isRequired />
				<CheckBox name={EXCLUSION.touchesNoRights} label={t('review.exclude.touchesNoRights')} isRequired />
				<CheckBox name={EXCLUSION.isAppliedOnce} label={t('review.exclude.isAppliedOnce')} isRequired />
				<SigningBox fields={EXCLUSION} read={t('review.exclude.read')} label={t('review.exclude.submit')} />
			</CommandForm>
		</Card>
	)
}
