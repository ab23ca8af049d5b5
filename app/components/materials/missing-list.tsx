import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { Requirement } from '#app/domain/review-workflow/requirements.ts'
import { Icon } from '#app/components/frame/icon.tsx'

/** The page on which the drafting side mends what is missing; what others have to mend has none. */
const MENDED_ON: Partial<
	Record<Requirement, 'draft' | 'reading' | 'materials' | 'confirm' | 'replies' | 'supplement'>
> = {
	'has-track': 'confirm',
	'has-version': 'draft',
	'version-is-submittable': 'draft',
	'characters-are-seen': 'draft',
	'reading-is-confirmed': 'reading',
	'version-is-new-since-opinion': 'draft',
	'materials-complete': 'materials',
	'steps-answered': 'materials',
	'items-answered': 'replies',
	'supplement-answered': 'supplement',
}

/** What is still missing for an act, each with the way to mend it. */
export function MissingList({ matterId, unmet }: { matterId: string; unmet: readonly Requirement[] }) {
	const { t } = useTranslation()
	return (
		<ul>
			{unmet.map((requirement) => {
				const page = MENDED_ON[requirement]
				return (
					<li key={requirement} className="flex gap-2 py-1 text-table">
						<Icon name="circle" className="mt-1 text-ink3" />
						<span>
							{t(`acts.missing.${requirement}`)}{' '}
							{page ? (
								<Link className="underline" to={`/matters/${matterId}/${page}`}>
									{t('intake.confirm.mend')}
								</Link>
							) : null}
						</span>
					</li>
				)
			})}
		</ul>
	)
}
