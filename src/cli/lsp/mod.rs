//! `refmend lsp`: findings as you type, fixes, and the way from a citation to its entry, over the language server protocol.
//!
//! [`Session`](session::Session) holds the open files; an [`Analysis`](analysis::Analysis) is what is known of a paper with its parts,
//! whose main file `mains` finds. The other files answer one question of the editor each. Nothing is written: edits are handed to the editor.

mod actions;
mod address;
mod analysis;
mod changes;
mod client;
mod diagnostics;
mod hints;
mod hover;
mod keys;
mod lines;
mod mains;
mod navigate;
mod requests;
mod session;
mod spot;

use lsp_server::{Connection, Message, Notification, Request, Response};
use lsp_types::{
    CodeActionKind, CodeActionOptions, CodeActionProviderCapability, CompletionOptions,
    DidChangeTextDocumentParams, DidChangeWatchedFilesParams,
    DidChangeWatchedFilesRegistrationOptions, DidCloseTextDocumentParams,
    DidOpenTextDocumentParams, DidSaveTextDocumentParams, FileSystemWatcher, GlobPattern,
    HoverProviderCapability, InitializeResult, MessageType, OneOf, Registration,
    RegistrationParams, RenameOptions, SaveOptions, ServerCapabilities, ServerInfo,
    ShowMessageParams, TextDocumentSyncCapability, TextDocumentSyncKind, TextDocumentSyncOptions,
    TextDocumentSyncSaveOptions, WorkDoneProgressOptions,
    notification::{
        DidChangeTextDocument, DidChangeWatchedFiles, DidCloseTextDocument, DidOpenTextDocument,
        DidSaveTextDocument, Notification as _, PublishDiagnostics, ShowMessage,
    },
    request::{RegisterCapability, Request as _},
};

use self::{
    client::Client,
    lines::Encoding,
    session::{News, Session},
};
use super::Outcome;

/// Serves one editor over stdin and stdout until it says goodbye.
pub(super) fn run() -> anyhow::Result<Outcome> {
    let (connection, threads) = Connection::stdio();
    let (id, params) = connection.initialize_start()?;
    let client = Client::of(&params);
    let result = InitializeResult {
        capabilities: capabilities(client.encoding),
        server_info: Some(ServerInfo {
            name: env!("CARGO_PKG_NAME").to_owned(),
            version: Some(env!("CARGO_PKG_VERSION").to_owned()),
        }),
    };
    connection.initialize_finish(id, serde_json::to_value(result)?)?;
    if client.watches_files {
        connection.sender.send(watch_files()?.into())?;
    }
    serve(
        &connection,
        &mut Session::new(client.encoding, client.folders),
    )?;
    drop(connection);
    threads.join()?;
    Ok(Outcome::Clean)
}

/// Answers one message after another. What is found is told when no message waits, so that fast typing costs no checks.
fn serve(connection: &Connection, session: &mut Session) -> anyhow::Result<()> {
    loop {
        if connection.receiver.is_empty() {
            tell(connection, session)?;
        }
        let Ok(message) = connection.receiver.recv() else {
            return Ok(());
        };
        match message {
            Message::Request(request) => {
                if connection.handle_shutdown(&request)? {
                    return Ok(());
                }
                connection.sender.send(answer(session, request).into())?;
            }
            Message::Notification(notification) => hear(connection, session, notification)?,
            Message::Response(_) => {}
        }
    }
}

/// Answers a request.
fn answer(session: &mut Session, request: Request) -> Response {
    let id = request.id.clone();
    match requests::answer(session, request) {
        Ok(value) => Response::new_ok(id, value),
        Err((code, message)) => Response::new_err(id, code as i32, message),
    }
}

/// Takes note of what the editor says; what makes no sense is passed over.
fn hear(
    connection: &Connection,
    session: &mut Session,
    notification: Notification,
) -> anyhow::Result<()> {
    let Notification { method, params } = notification;
    match method.as_str() {
        DidOpenTextDocument::METHOD => {
            if let Ok(params) = serde_json::from_value::<DidOpenTextDocumentParams>(params) {
                let opened = params.text_document;
                session.open(opened.uri, opened.version, opened.text);
            }
        }
        DidChangeTextDocument::METHOD => {
            if let Ok(params) = serde_json::from_value::<DidChangeTextDocumentParams>(params) {
                let changed = params.text_document;
                session.change(&changed.uri, changed.version, params.content_changes);
            }
        }
        DidCloseTextDocument::METHOD => {
            if let Ok(params) = serde_json::from_value::<DidCloseTextDocumentParams>(params)
                && let Some(nothing) = session.close(&params.text_document.uri)
            {
                notify::<PublishDiagnostics>(connection, nothing)?;
            }
        }
        DidSaveTextDocument::METHOD => {
            if let Ok(params) = serde_json::from_value::<DidSaveTextDocumentParams>(params)
                && is_configuration(params.text_document.uri.as_str())
            {
                session.change_on_disk(&params.text_document.uri);
            }
        }
        DidChangeWatchedFiles::METHOD => {
            if let Ok(params) = serde_json::from_value::<DidChangeWatchedFilesParams>(params) {
                for change in params.changes {
                    session.change_on_disk(&change.uri);
                }
            }
        }
        _ => {}
    }
    Ok(())
}

/// Whether an address is that of a configuration file.
fn is_configuration(uri: &str) -> bool {
    uri.ends_with("refmend.toml")
}

/// Tells what is found in the files that have changed.
fn tell(connection: &Connection, session: &mut Session) -> anyhow::Result<()> {
    for news in session.news() {
        match news {
            News::Findings(findings) => notify::<PublishDiagnostics>(connection, findings)?,
            News::Failure(message) => notify::<ShowMessage>(
                connection,
                ShowMessageParams {
                    typ: MessageType::ERROR,
                    message: format!("refmend: {message}"),
                },
            )?,
        }
    }
    Ok(())
}

fn notify<N: lsp_types::notification::Notification>(
    connection: &Connection,
    params: N::Params,
) -> anyhow::Result<()> {
    let notification = Notification::new(N::METHOD.to_owned(), params);
    connection.sender.send(notification.into())?;
    Ok(())
}

/// What this server can do.
fn capabilities(encoding: Encoding) -> ServerCapabilities {
    let no_progress = WorkDoneProgressOptions::default();
    ServerCapabilities {
        position_encoding: Some(encoding.kind()),
        text_document_sync: Some(TextDocumentSyncCapability::Options(
            TextDocumentSyncOptions {
                open_close: Some(true),
                change: Some(TextDocumentSyncKind::INCREMENTAL),
                save: Some(TextDocumentSyncSaveOptions::SaveOptions(
                    SaveOptions::default(),
                )),
                ..TextDocumentSyncOptions::default()
            },
        )),
        hover_provider: Some(HoverProviderCapability::Simple(true)),
        definition_provider: Some(OneOf::Left(true)),
        references_provider: Some(OneOf::Left(true)),
        inlay_hint_provider: Some(OneOf::Left(true)),
        rename_provider: Some(OneOf::Right(RenameOptions {
            prepare_provider: Some(true),
            work_done_progress_options: no_progress,
        })),
        completion_provider: Some(CompletionOptions {
            trigger_characters: Some(["@", "{", ","].map(str::to_owned).to_vec()),
            ..CompletionOptions::default()
        }),
        code_action_provider: Some(CodeActionProviderCapability::Options(CodeActionOptions {
            code_action_kinds: Some(vec![CodeActionKind::QUICKFIX, actions::FIX_ALL]),
            work_done_progress_options: no_progress,
            resolve_provider: None,
        })),
        ..ServerCapabilities::default()
    }
}

/// Asks the editor to tell of .bib and configuration files, and of what papers take in, when they change on the disk.
fn watch_files() -> anyhow::Result<Request> {
    let watcher = |pattern: &str| FileSystemWatcher {
        glob_pattern: GlobPattern::String(pattern.to_owned()),
        kind: None,
    };
    let options = DidChangeWatchedFilesRegistrationOptions {
        watchers: [
            "**/*.bib",
            "**/*.tex",
            "**/*.typ",
            "**/refmend.toml",
            "**/.refmend.toml",
        ]
        .map(watcher)
        .to_vec(),
    };
    let registration = Registration {
        id: "watch".to_owned(),
        method: DidChangeWatchedFiles::METHOD.to_owned(),
        register_options: Some(serde_json::to_value(options)?),
    };
    let params = RegistrationParams {
        registrations: vec![registration],
    };
    Ok(Request::new(
        "watch".to_owned().into(),
        RegisterCapability::METHOD.to_owned(),
        params,
    ))
}
