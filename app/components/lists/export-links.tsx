import { useTranslation } from 'react-i18next'
import { LinkButton } from '#app/components/form/button.tsx'
import { type ListName, LIST_FORMATS } from './list-names.ts'

/** Takes the list away as a file: all of its pages, with the filter that the page has. */
export function ExportLinks({
	list,
	search = {},
}: {
	list: ListName
	search?: Readonly<Record<string, string>>
}) {
	const { t } = useTranslation()
	const given = Object.entries(search).filter(([, value]) => value !== '')
	const query = new URLSearchParams(given).toString()
	return (
		<p className="no-print mb-3 flex flex-wrap gap-2">
			{LIST_FORMATS.map((format) => (
				<LinkButton key={format} isFile to={`/exports/${list}/${format}${query ? `?${query}` : ''}`}>
					{t(`shell.export.${format}`)}
				</LinkButton>
			))}
		</p>
	)
}
