//! Takes the demo page, the built widget and saved pages, gives a server on this machine alone.
//!
//! `/` is www/demo, `/postil/` is www/dist, `/pages/` the saved pages of `--page`, `/packs/` the packs of `--pack`, `/fixtures/` the
//! browser tests' own.
//!
//! Invariant: every answer carries a policy under which no request leaves this server.

use crate::own_packs::OwnPacks;
use crate::pages::{Pages, is_html, plain_page};
use crate::{rewrite, root, widget};
use anyhow::{Context as _, Result};
use axum::Router;
use axum::extract::{Path, Request, State};
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use std::convert::Infallible;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::PathBuf;
use std::sync::Arc;
use tower::ServiceExt as _;
use tower_http::services::{ServeDir, ServeFile};
use tower_http::set_header::SetResponseHeaderLayer;

const HEADERS: [(HeaderName, HeaderValue); 5] = [
    (
        header::CONTENT_SECURITY_POLICY,
        HeaderValue::from_static(
            "default-src 'self' data:; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline' data:; \
             img-src 'self' data: blob:; object-src 'none'; frame-src 'none'; base-uri 'none'; form-action 'none'",
        ),
    ),
    (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    (header::X_DNS_PREFETCH_CONTROL, HeaderValue::from_static("off")),
    (header::REFERRER_POLICY, HeaderValue::from_static("no-referrer")),
    // A page under development is never the one of before.
    (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
];

/// What to serve beside the demo page and the widget.
pub(crate) struct Site {
    pub(crate) pages: Option<Pages>,
    pub(crate) packs: OwnPacks,
    /// The browser tests' own pages, served as they are.
    pub(crate) fixtures: Option<PathBuf>,
}

/// A bound server, not yet answering.
pub(crate) struct Server {
    router: Router,
    listener: TcpListener,
    address: SocketAddr,
}

impl Server {
    /// Binds to 127.0.0.1; port 0 is any free one.
    ///
    /// # Errors
    /// When the port is taken.
    pub(crate) fn bind(site: Site, port: u16) -> Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).with_context(|| {
            format!("cannot listen on 127.0.0.1:{port}: give another --port, or none for a free one")
        })?;
        listener.set_nonblocking(true)?;
        let address = listener.local_addr()?;
        Ok(Self { router: router(site), listener, address })
    }

    /// `http://127.0.0.1:PORT`, without a slash at its end.
    pub(crate) fn address(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Answers until the process ends.
    ///
    /// # Errors
    /// When the system gives no event loop.
    pub(crate) fn run(self) -> Result<()> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        runtime.block_on(async {
            let listener = tokio::net::TcpListener::from_std(self.listener)?;
            Ok(axum::serve(listener, self.router).await?)
        })
    }
}

fn router(site: Site) -> Router {
    let demo = ServeDir::new(root().join("www/demo")).fallback(get(missing_page));
    let mut router = Router::new()
        .nest_service("/postil", ServeDir::new(widget::dist()).fallback(get(missing_file)))
        .route("/pages/", get(list_pages))
        .route("/pages/{*path}", get(show_page))
        .fallback_service(demo)
        .with_state(Arc::new(site.pages));
    if let Some(script) = site.packs.start() {
        let script = ([(header::CONTENT_TYPE, "text/javascript")], script);
        router = router.route("/postil/auto.js", get(async move || script));
    }
    router = router.nest("/packs", Router::new().route("/{name}", get(send_pack)).with_state(Arc::new(site.packs)));
    if let Some(folder) = site.fixtures {
        router = router.nest_service("/fixtures", ServeDir::new(folder));
    }
    HEADERS
        .into_iter()
        .fold(router, |router, (name, value)| router.layer(SetResponseHeaderLayer::overriding(name, value)))
}

async fn list_pages(State(pages): State<Arc<Option<Pages>>>) -> Response {
    match pages.as_ref() {
        Some(pages) => Html(pages.index()).into_response(),
        None => not_found("Saved pages", "<p>None were given. Try <code>cargo xtask demo --page FILE|DIR</code>.</p>"),
    }
}

async fn show_page(State(pages): State<Arc<Option<Pages>>>, Path(path): Path<String>, request: Request) -> Response {
    let Some(file) = pages.as_ref().as_ref().and_then(|pages| pages.file(&path)) else {
        return not_found("No such page", "<p><a href=\"/pages/\">The pages that there are</a></p>");
    };
    if is_html(&file) {
        return rewritten(&file).unwrap_or_else(|error| {
            (StatusCode::INTERNAL_SERVER_ERROR, format!("{}: {error:#}", file.display())).into_response()
        });
    }
    let served: Result<_, Infallible> = ServeFile::new(file).oneshot(request).await;
    served.into_response()
}

async fn send_pack(State(packs): State<Arc<OwnPacks>>, Path(name): Path<String>) -> Response {
    match packs.file(&name).map(std::fs::read) {
        Some(Ok(bytes)) => bytes.into_response(),
        Some(Err(error)) => (StatusCode::INTERNAL_SERVER_ERROR, format!("{name}: {error}")).into_response(),
        None => not_found("No such pack", "<p>Name it: <code>cargo xtask demo --pack FILE</code>.</p>"),
    }
}

fn rewritten(file: &std::path::Path) -> Result<Response> {
    let page = rewrite::rewrite(&std::fs::read(file)?)?;
    Ok(([(header::CONTENT_TYPE, page.content_type)], page.html).into_response())
}

async fn missing_page(request: Request) -> Response {
    let is_demo = ["/", "/index.html"].contains(&request.uri().path());
    let body = if is_demo { "<p>The file <code>www/demo/index.html</code> is missing.</p>" } else { "" };
    not_found(if is_demo { "The demo page is missing" } else { "Not found" }, body)
}

async fn missing_file() -> Response {
    let hint =
        "<p>The widget's files are those that <code>cargo xtask build</code> wrote to <code>www/dist</code>.</p>";
    not_found("Not a file of the widget", hint)
}

fn not_found(title: &str, body: &str) -> Response {
    (StatusCode::NOT_FOUND, Html(plain_page(title, body))).into_response()
}

#[cfg(test)]
mod tests {
    use super::{Site, router};
    use crate::own_packs::OwnPacks;
    use crate::root;
    use anyhow::Result;
    use axum::body::{Body, to_bytes};
    use axum::http::Request;
    use tower::ServiceExt as _;

    /// The status and the body of the answer to a request.
    fn answer(site: Site, path: &str) -> Result<(u16, Vec<u8>)> {
        tokio::runtime::Builder::new_current_thread().build()?.block_on(async {
            let response = router(site).oneshot(Request::get(path).body(Body::empty())?).await?;
            Ok((response.status().as_u16(), to_bytes(response.into_body(), usize::MAX).await?.to_vec()))
        })
    }

    #[test]
    fn packs_of_ones_own_are_served_and_named_by_the_script_that_starts_the_widget() -> Result<()> {
        let pack = root().join("packs/facts.pack");
        let site =
            || -> Result<Site> { Ok(Site { pages: None, packs: OwnPacks::open(vec![pack.clone()])?, fixtures: None }) };
        let (status, script) = answer(site()?, "/postil/auto.js")?;
        assert!(status == 200 && String::from_utf8(script)?.contains(r#"[...DEFAULT_PACKS, "/packs/facts.pack"]"#));
        assert_eq!(answer(site()?, "/packs/facts.pack")?, (200, std::fs::read(&pack)?));
        assert_eq!(answer(site()?, "/packs/world.pack")?.0, 404);
        Ok(())
    }
}
