import { createContext } from 'react'

/** The nonce of the request, while the server renders; the browser hides it from scripts anyway. */
export const NonceContext = createContext('')
