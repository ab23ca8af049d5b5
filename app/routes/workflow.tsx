import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { PageBody, PageHead } from '#app/components/frame/page.tsx'
import type { PageHandle } from '#app/components/frame/page-title.tsx'
import { WorkflowDrawing } from '#app/components/matter/workflow-drawing.tsx'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { LIFE_CYCLES } from '#app/domain/review-workflow/machine-moves.ts'
import { drawWorkflow } from '#app/services/matter/draw-workflow.server.ts'

export const handle = { title: 'matter.workflow.title' } satisfies PageHandle

export async function loader(args: LoaderFunctionArgs) {
	await requireSignedIn(args)
	return { drawings: LIFE_CYCLES.map(drawWorkflow) }
}

export default function WorkflowRoute() {
	const { t } = useTranslation()
	const { drawings } = useLoaderData<typeof loader>()
	return (
		<>
			<PageHead />
			<PageBody>
				<p className="mb-3 text-table text-ink2">{t('matter.workflow.lead')}</p>
				{drawings.map((drawing) => (
					<WorkflowDrawing key={drawing.machine} drawing={drawing} />
				))}
			</PageBody>
		</>
	)
}
