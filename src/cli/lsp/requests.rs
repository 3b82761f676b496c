//! The questions of an editor, each handed to the file that answers it.

use lsp_server::{ErrorCode, Request};
use lsp_types::{
    CodeActionParams, CompletionParams, GotoDefinitionParams, HoverParams, InlayHintParams,
    ReferenceParams, RenameParams, TextDocumentPositionParams,
    request::{
        CodeActionRequest, Completion, GotoDefinition, HoverRequest, InlayHintRequest,
        PrepareRenameRequest, References, Rename, Request as _,
    },
};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;

use super::{actions, address, analysis::Analysis, hints, hover, keys, navigate, session::Session};

/// Why a question has no answer.
type Refusal = (ErrorCode, String);

/// The answer to a question; null where there is nothing to say.
pub(super) fn answer(session: &mut Session, request: Request) -> Result<Value, Refusal> {
    let params = request.params;
    match request.method.as_str() {
        HoverRequest::METHOD => {
            let at = read::<HoverParams>(params)?.text_document_position_params;
            with(session, &at, |analysis| hover::of(analysis, at.position))
        }
        GotoDefinition::METHOD => {
            let at = read::<GotoDefinitionParams>(params)?.text_document_position_params;
            with(session, &at, |analysis| {
                Some(navigate::definition(analysis, at.position))
            })
        }
        References::METHOD => {
            let ReferenceParams {
                text_document_position: at,
                context,
                ..
            } = read(params)?;
            let path = address::path_of(&at.text_document.uri);
            let found = path.map(|path| {
                navigate::references(session, &path, at.position, context.include_declaration)
            });
            written(found)
        }
        Completion::METHOD => {
            let at = read::<CompletionParams>(params)?.text_document_position;
            with(session, &at, |analysis| {
                keys::complete(analysis, at.position)
            })
        }
        PrepareRenameRequest::METHOD => {
            let at: TextDocumentPositionParams = read(params)?;
            with(session, &at, |analysis| {
                keys::prepare_rename(analysis, at.position)
            })
        }
        Rename::METHOD => rename(session, &read(params)?),
        CodeActionRequest::METHOD => {
            let params: CodeActionParams = read(params)?;
            let analysis = address::path_of(&params.text_document.uri);
            let analysis = analysis.and_then(|path| session.analysis(&path));
            written(analysis.map(|analysis| actions::of(analysis, params.range, &params.context)))
        }
        InlayHintRequest::METHOD => {
            let params: InlayHintParams = read(params)?;
            let analysis = address::path_of(&params.text_document.uri);
            let analysis = analysis.and_then(|path| session.analysis(&path));
            written(analysis.map(|analysis| hints::of(analysis, params.range)))
        }
        method => Err((ErrorCode::MethodNotFound, method.to_owned())),
    }
}

fn rename(session: &mut Session, params: &RenameParams) -> Result<Value, Refusal> {
    let at = &params.text_document_position;
    let Some(path) = address::path_of(&at.text_document.uri) else {
        return Ok(Value::Null);
    };
    let changes = keys::rename(session, &path, at.position, &params.new_name);
    written(changes.map_err(|reason| (ErrorCode::RequestFailed, reason))?)
}

/// Asks what is known of the file at a position.
fn with<T: Serialize>(
    session: &mut Session,
    at: &TextDocumentPositionParams,
    ask: impl FnOnce(&Analysis) -> Option<T>,
) -> Result<Value, Refusal> {
    let path = address::path_of(&at.text_document.uri);
    let analysis = path.and_then(|path| session.analysis(&path));
    written(analysis.and_then(|analysis| ask(analysis)))
}

fn read<T: DeserializeOwned>(params: Value) -> Result<T, Refusal> {
    serde_json::from_value(params).map_err(|error| (ErrorCode::InvalidParams, error.to_string()))
}

fn written<T: Serialize>(answer: Option<T>) -> Result<Value, Refusal> {
    serde_json::to_value(answer).map_err(|error| (ErrorCode::InternalError, error.to_string()))
}
