export { ProductListScreen } from './ProductListScreen.tsx'
export { ProductScreen } from './ProductScreen.tsx'
export { ProductsScreen } from './ProductsScreen.tsx'
