import type { LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button, LinkButton } from '#app/components/form/button.tsx'
import { Card } from '#app/components/frame/card.tsx'
import { SelectField } from '#app/components/form/fields.tsx'
import { MatterHead } from '#app/components/matter/matter-head.tsx'
import { EmptyState, PageBody } from '#app/components/frame/page.tsx'
import type { PageHandle } from '#app/components/frame/page-title.tsx'
import { VersionList } from '#app/components/draft-text/version-list.tsx'
import { CLEARED_STATES } from '#app/domain/matter/matter-state.ts'
import { matterIdOf, pageOrThrow } from '#app/http/page-answer.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { readVersionsPage } from '#app/services/matter/read-versions-page.server.ts'

export const handle = { title: 'matter.versions.title' } satisfies PageHandle

export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	return pageOrThrow(await readVersionsPage(shell, actor, matterIdOf(args.params)))
}

export default function VersionsRoute() {
	const { t } = useTranslation()
	const { heading, versions, mayUpload, uploadPath } = useLoaderData<typeof loader>()
	const { matterId } = heading
	const isCleared = CLEARED_STATES.some((each) => each === heading.state)
	const options = versions.map((version) => ({
		value: String(version.versionNo),
		label: t('matter.versions.name', { version: version.versionNo }),
	}))
	return (
		<>
			<MatterHead
				heading={heading}
				tab="versions"
				actions={
					mayUpload ? (
						<LinkButton to={uploadPath} look={isCleared ? 'danger' : 'outline'}>
							{t('matter.versions.upload')}
						</LinkButton>
					) : null
				}
			/>
			<PageBody isNarrow>
				{versions.length > 1 ? (
					<Card>
						<Form
							method="get"
							action={`/matters/${matterId}/redline`}
							className="grid items-end gap-x-3 md:grid-cols-3"
						>
							<SelectField
								name="from"
								label={t('matter.versions.from')}
								options={options}
								defaultValue={options[1]?.value}
							/>
							<SelectField
								name="to"
								label={t('matter.versions.to')}
								options={options}
								defaultValue={options[0]?.value}
							/>
							<p className="mb-3">
								<Button>{t('matter.versions.compare')}</Button>
							</p>
						</Form>
					</Card>
				) : null}
				<Card title={t('matter.versions.title')} note={t('matter.versions.note')} padded={false}>
					{versions.length > 0 ? (
						<VersionList matterId={matterId} versions={versions} isLong />
					) : (
						<EmptyState>{t('matter.versions.none')}</EmptyState>
					)}
				</Card>
			</PageBody>
		</>
	)
}
