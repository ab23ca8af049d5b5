import { RemixBrowser } from '@remix-run/react'
import { StrictMode, startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { giveArrayAt } from '#app/components/form/array-at.ts'
import { LanguageProvider } from '#app/locales/language-provider.tsx'
import { languageOfDocument } from '#app/locales/languages.ts'

giveArrayAt()

startTransition(() => {
	hydrateRoot(
		document,
		<StrictMode>
			<LanguageProvider language={languageOfDocument(document)}>
				<RemixBrowser />
			</LanguageProvider>
		</StrictMode>,
	)
})
