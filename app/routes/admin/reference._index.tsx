import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { PageBody, PageHead } from '#app/components/frame/page.tsx'
import type { PageHandle } from '#app/components/frame/page-title.tsx'
import { KindTable } from '#app/components/reference/kind-table.tsx'
import { pageOrThrow } from '#app/http/page-answer.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { readReference } from '#app/services/reference/read-reference.server.ts'

export const handle = { title: 'reference.title' } satisfies PageHandle

export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	return pageOrThrow(await readReference(shell, actor))
}

export default function ReferenceRoute() {
	const { t } = useTranslation()
	const { groups } = useLoaderData<typeof loader>()
	return (
		<>
			<PageHead>
				<p className="text-table text-ink2">{t('reference.lead')}</p>
				<p className="text-table text-ink2">{t('reference.keeping')}</p>
			</PageHead>
			<PageBody>
				{groups.map((group) => (
					<KindTable key={group.group} {...group} />
				))}
			</PageBody>
		</>
	)
}
