import type { LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { Button, LinkButton } from '#app/components/form/button.tsx'
import { SelectField, TextField } from '#app/components/form/fields.tsx'
import { ExportLinks } from '#app/components/lists/export-links.tsx'
import { Card } from '#app/components/frame/card.tsx'
import { EmptyState, PageBody, PageHead } from '#app/components/frame/page.tsx'
import type { PageHandle } from '#app/components/frame/page-title.tsx'
import { DocumentTable } from '#app/components/register/document-table.tsx'
import { STANDINGS } from '#app/domain/register/standing.ts'
import { askedOf, readRegisterFilter } from '#app/http/lists/list-queries.server.ts'
import { pageOrThrow } from '#app/http/page-answer.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { readRegister } from '#app/services/register/read-register.server.ts'

export const handle = { title: 'register.title' } satisfies PageHandle

const Cursor = z.object({ publishedOn: z.iso.date(), id: z.uuid() })

export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	const asked = askedOf(args.request)
	const filter = readRegisterFilter(asked)
	const after = Cursor.safeParse(asked)
	const page = pageOrThrow(await readRegister(shell, actor, filter, after.success ? after.data : null))
	return { ...page, filter: { q: filter.words, standing: filter.standing ?? '' } }
}

/** 规范性文件库: what is published, and how it stands today. */
export default function RegisterRoute() {
	const { t } = useTranslation()
	const { documents, next, mayRegister, filter } = useLoaderData<typeof loader>()
	const isFiltered = filter.q !== '' || filter.standing !== ''
	const create = { to: '/register/import', label: t('register.new') }
	return (
		<>
			<PageHead
				actions={
					mayRegister ? (
						<>
							<LinkButton to="/register/imports">{t('register.imports.title')}</LinkButton>
							<LinkButton to={create.to}>{create.label}</LinkButton>
						</>
					) : null
				}
			/>
			<PageBody>
				<FilterForm isFiltered={isFiltered} />
				{documents.length > 0 ? <ExportLinks list="register" search={filter} /> : null}
				<Card padded={false}>
					{documents.length === 0 ? (
						<EmptyState {...(mayRegister && !isFiltered ? { link: create } : {})}>
							{t(isFiltered ? 'register.noneFound' : 'register.none')}
						</EmptyState>
					) : (
						<DocumentTable documents={documents} />
					)}
				</Card>
				{next ? (
					<LinkButton to={`/register?${new URLSearchParams({ ...filter, ...next }).toString()}`}>
						{t('shell.action.next')}
					</LinkButton>
				) : null}
			</PageBody>
		</>
	)
}

function FilterForm({ isFiltered }: { isFiltered: boolean }) {
	const { t } = useTranslation()
	const { filter } = useLoaderData<typeof loader>()
	return (
		<Form method="get" role="search" className="no-print mb-3 grid items-end gap-x-3 md:grid-cols-3">
			<TextField
				name="q"
				type="search"
				label={t('register.search')}
				required={false}
				defaultValue={filter.q}
			/>
			<SelectField
				name="standing"
				label={t('register.standingLabel')}
				required={false}
				empty={t('register.any')}
				defaultValue={filter.standing}
				options={STANDINGS.map((each) => ({ value: each, label: t(`register.standing.${each}`) }))}
			/>
			<p className="mb-3 flex gap-2">
				<Button>{t('register.filter')}</Button>
				{isFiltered ? (
					<LinkButton to="/register" look="text">
						{t('register.clear')}
					</LinkButton>
				) : null}
			</p>
		</Form>
	)
}
