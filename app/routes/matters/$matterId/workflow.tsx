import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { MatterHead } from '#app/components/matter/matter-head.tsx'
import { PageBody } from '#app/components/frame/page.tsx'
import type { PageHandle } from '#app/components/frame/page-title.tsx'
import { WorkflowDrawing } from '#app/components/matter/workflow-drawing.tsx'
import { matterIdOf, pageOrThrow } from '#app/http/page-answer.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { drawWorkflow } from '#app/services/matter/draw-workflow.server.ts'
import { readMatterHeading } from '#app/services/matter/open-matter-page.server.ts'

export const handle = { title: 'matter.workflow.title' } satisfies PageHandle

export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	const heading = pageOrThrow(await readMatterHeading(shell, actor, matterIdOf(args.params)))
	return { heading, drawing: drawWorkflow('matter') }
}

export default function MatterWorkflowRoute() {
	const { t } = useTranslation()
	const { heading, drawing } = useLoaderData<typeof loader>()
	return (
		<>
			<MatterHead heading={heading} tab="overview" />
			<PageBody>
				<p className="mb-3 text-table text-ink2">{t('matter.workflow.lead')}</p>
				<WorkflowDrawing drawing={drawing} here={heading.state} />
			</PageBody>
		</>
	)
}
