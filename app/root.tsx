import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import {
	Links,
	Meta,
	Outlet,
	Scripts,
	ScrollRestoration,
	useRouteError,
	useRouteLoaderData,
} from '@remix-run/react'
import { type ReactNode, useContext } from 'react'
import { useTranslation } from 'react-i18next'
import { AppBar } from '#app/components/frame/app-bar.tsx'
import { type Frame, isForThePublic, useFrame } from '#app/components/frame/frame-context.ts'
import { NonceContext } from '#app/components/frame/nonce-context.ts'
import { PageTitle, pageProblem } from '#app/components/frame/page-title.tsx'
import { PhoneBar } from '#app/components/frame/phone-bar.tsx'
import { ArrivalPlace, OutboxPlace } from '#app/components/sending/late-notices.tsx'
import { WordsFirst } from '#app/components/frame/words-first.tsx'
import { useUnfoldedPrint } from '#app/components/frame/use-unfolded-print.ts'
import { useLanguage } from '#app/locales/language-provider.tsx'
import { loadFrame } from '#app/http/frame.server.ts'
import styles from './styles/app.css?url'

export const links: LinksFunction = () => [
	{ rel: 'stylesheet', href: styles },
	{ rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
]

/** The frame of every page: who is here, how they like to read, and the token that their forms carry. */
export async function loader(args: LoaderFunctionArgs) {
	return loadFrame(args)
}

export function Layout({ children }: { children: ReactNode }) {
	const frame = useRouteLoaderData<Frame>('root') ?? null
	const nonce = useContext(NonceContext)
	const language = useLanguage()
	const { t } = useTranslation()
	return (
		<html lang={language} data-theme={frame?.theme ?? 'system'} data-size={frame?.size ?? 'normal'}>
			<head>
				<meta charSet="utf-8" />
				<meta name="viewport" content="width=device-width, initial-scale=1" />
				<PageTitle />
				<Meta />
				<Links />
			</head>
			<body>
				<a href="#content" className="skip-link">
					{t('shell.skip')}
				</a>
				{isForThePublic(frame) ? null : <AppBar frame={frame} />}
				<main id="content">{children}</main>
				<OutboxPlace />
				<PhoneBar frame={frame} />
				<ScrollRestoration nonce={nonce} />
				<Scripts nonce={nonce} />
			</body>
		</html>
	)
}

export default function App() {
	useUnfoldedPrint()
	return (
		<WordsFirst>
			<ArrivalPlace />
			<Outlet />
		</WordsFirst>
	)
}

/** What went wrong, for people: what does not exist or may not be seen, what was turned away, or a bug with its number. */
export function ErrorBoundary() {
	const problem = pageProblem(useRouteError())
	const { t } = useTranslation()
	const frame = useFrame()
	// A citizen is shown no way into the house.
	const isPublic = isForThePublic(frame)
	const words =
		problem === 'notFound' && isPublic
			? t('shell.error.noSuchAddress')
			: t(`shell.error.${problem}`, { number: brokenNumber() ?? frame?.requestId ?? '' })
	return (
		<div className="mx-auto max-w-[640px] px-5 py-8">
			<h1 className="mb-3 text-title font-semibold">{t(`shell.error.${problem}Title`)}</h1>
			<p className="mb-5">{words}</p>
			{isPublic ? null : (
				<p>
					<a href="/work">{t('shell.nav.work')}</a>
				</p>
			)}
		</div>
	)
}

/** The number of a page that broke after the first one: the frame still bears that of the first. */
function brokenNumber(): string | undefined {
	return typeof document === 'undefined' ? undefined : document.documentElement.dataset['broken']
}
