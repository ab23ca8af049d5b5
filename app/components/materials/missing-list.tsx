import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { Requirement } from '#app/domain/review-workflow/requirements.ts'
import { useWording } from '#app/locales/use-wording.ts'
import type { Missing } from '#app/services/submission/read-confirmation-page.server.ts'
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

/** The papers and steps that are missing, each with the article that asks for it. */
export function MissingPapers({ missing }: { missing: readonly Missing[] }) {
	const { t } = useTranslation()
	const wording = useWording()
	if (missing.length === 0) return null
	return (
		<ul className="mt-2 border-t border-line pt-2">
			{missing.map((each) => {
				const name = each.kind === 'step' ? t(`words.step.${each.step}`) : wording(each.name)
				return (
					<li key={name} className="py-1 text-table">
						{name} <span className="text-ink3">{t('intake.materials.ground', { ground: each.ground })}</span>
					</li>
				)
			})}
		</ul>
	)
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
