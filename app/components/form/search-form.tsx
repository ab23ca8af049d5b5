import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './button.tsx'

/** A search by address line: its answer can be bookmarked, and Back works. */
export function SearchForm({
	children,
	columns = 'md:grid-cols-3',
}: {
	children: ReactNode
	columns?: string
}) {
	const { t } = useTranslation()
	return (
		<Form method="get" role="search" className={`no-print grid items-end gap-x-3 ${columns}`}>
			{children}
			<div className="mb-3">
				<Button className="max-md:w-full">{t('administration.search')}</Button>
			</div>
		</Form>
	)
}
