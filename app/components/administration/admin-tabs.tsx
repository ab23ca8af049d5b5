import { useTranslation } from 'react-i18next'
import { Tabs } from '#app/components/frame/page.tsx'

const PLACES = {
	people: '/admin/people',
	organs: '/admin/people/organs',
	import: '/admin/import',
	firstLinks: '/admin/first-links',
} as const

/** The tabs of the system administrator's pages; who may only read them has no import. */
export function AdminTabs({ current, mayEdit }: { current: keyof typeof PLACES; mayEdit: boolean }) {
	const { t } = useTranslation()
	const keys = mayEdit
		? (['people', 'organs', 'import'] as const)
		: (['people', 'organs', 'firstLinks'] as const)
	return (
		<Tabs
			label={t('administration.tabs.label')}
			tabs={keys.map((key) => ({
				to: PLACES[key],
				label: t(`administration.tabs.${key}`),
				isCurrent: key === current,
			}))}
		/>
	)
}
