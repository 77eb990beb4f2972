"""One module a family of pages. Each has `ROUTES`; `veinway.web.app` puts them together."""
