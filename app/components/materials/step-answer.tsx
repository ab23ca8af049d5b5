import { useTranslation } from 'react-i18next'
import type { Step } from '#app/domain/materials/step.ts'
import { MatterFileLink } from '#app/components/matter/file-link.tsx'
import { Chip } from '#app/components/frame/chips.tsx'
import { type StepFactsRow, StepFactsList } from './step-facts-list.tsx'

/** One statutory step as the drafter answered it. */
export type StepAnswered = {
	readonly id: string
	readonly step: Step
	readonly answer: 'done' | 'not-applicable'
	readonly reason: string | null
	readonly facts: StepFactsRow
	readonly paper: { readonly fileName: string | null; readonly sha256: string | null } | null
}

/** What the drafter says of one statutory step: done with its facts and paper, or 不适用 with its reason. */
export function StepAnswer({ matterId, row }: { matterId: string; row: StepAnswered }) {
	const { t } = useTranslation()
	return (
		<div>
			<div className="flex flex-wrap items-baseline gap-x-3">
				<span className="font-semibold">{t(`words.step.${row.step}`)}</span>
				<Chip
					tone={row.answer === 'done' ? 'green' : 'grey'}
					icon={row.answer === 'done' ? 'check' : 'circle-dash'}
				>
					{row.answer === 'done' ? t('intake.materials.done') : t('intake.materials.stepNot')}
				</Chip>
			</div>
			{row.answer === 'not-applicable' ? <p className="text-table text-ink2">{row.reason}</p> : null}
			<StepFactsList facts={row.facts} />
			{row.paper?.sha256 ? (
				<MatterFileLink
					matterId={matterId}
					file={{ name: row.paper.fileName ?? '', sha256: row.paper.sha256 }}
					className="text-table"
				/>
			) : null}
		</div>
	)
}
