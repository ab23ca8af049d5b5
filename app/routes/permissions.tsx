import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { actWords } from '#app/components/frame/act-words.ts'
import { Card } from '#app/components/frame/card.tsx'
import { useFrame } from '#app/components/frame/frame-context.ts'
import { PageBody, PageHead } from '#app/components/frame/page.tsx'
import type { PageHandle } from '#app/components/frame/page-title.tsx'
import { ACTS } from '#app/domain/act/act.ts'
import { namesOf } from '#app/domain/record-of.ts'
import { grantsOf } from '#app/domain/permission/permission-table.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'

export const handle = { title: 'matter.permissions.title' } satisfies PageHandle

export async function loader(args: LoaderFunctionArgs) {
	await requireSignedIn(args)
	return null
}

/** The permission table in words; the page reads the very table that decides. */
export default function PermissionsRoute() {
	const { t } = useTranslation()
	const leads = useFrame()?.person?.roles.includes('review-lead') ?? false
	return (
		<>
			<PageHead />
			<PageBody isNarrow>
				<p className="mb-3 text-table text-ink2">{t('matter.permissions.lead')}</p>
				{leads ? (
					<p className="mb-3 text-table">
						<Link to="/admin/reference">{t('shell.nav.reference')}</Link>
					</p>
				) : null}
				<Card padded={false}>
					<table className="table-list">
						<thead>
							<tr>
								<th scope="col">{t('matter.permissions.column.act')}</th>
								<th scope="col">{t('matter.permissions.column.who')}</th>
							</tr>
						</thead>
						<tbody>
							{namesOf(ACTS).map((act) => (
								<tr key={act}>
									<td>{actWords(act, t)}</td>
									<td data-label={t('matter.permissions.column.who')}>
										<ul>
											{grantsOf(act).map((grant) => (
												<li key={grant.role + grant.where}>
													{t(`words.role.${grant.role}`)}{' '}
													<span className="text-quiet text-ink3">
														{t(`matter.permissions.where.${grant.where}`)}
													</span>
												</li>
											))}
										</ul>
									</td>
								</tr>
							))}
						</tbody>
					</table>
				</Card>
			</PageBody>
		</>
	)
}
