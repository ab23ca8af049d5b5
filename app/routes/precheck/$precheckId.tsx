import { type LoaderFunctionArgs, data } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { PrecheckCard } from '#app/components/draft-text/precheck-hits.tsx'
import { EmptyState, PageBody, PageHead } from '#app/components/frame/page.tsx'
import type { PageHandle } from '#app/components/frame/page-title.tsx'
import { pageOrThrow } from '#app/http/page-answer.server.ts'
import { notFound } from '#app/http/refusal-response.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { readLoosePrecheck } from '#app/services/precheck/precheck-loose-text.server.ts'

export const handle = { title: 'precheck.loose.title' } satisfies PageHandle

const Params = z.object({ precheckId: z.uuid() })

export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	const params = Params.safeParse(args.params)
	if (!params.success) throw notFound()
	const found = pageOrThrow(await readLoosePrecheck(shell, actor, params.data.precheckId))
	return data({ found }, { status: found ? 200 : 410 })
}

export default function LoosePrecheckRoute() {
	const { t } = useTranslation()
	const { found } = useLoaderData<typeof loader>()
	const again = { to: '/precheck', label: t('precheck.loose.again') }
	return (
		<>
			<PageHead back={again} />
			<PageBody isNarrow>
				{found ? (
					<PrecheckCard precheck={found.precheck} isLinked={false} />
				) : (
					<EmptyState link={again}>{t('precheck.loose.gone')}</EmptyState>
				)}
			</PageBody>
		</>
	)
}
