"""The assistant as if it were a model: ``/v1/chat/completions`` and ``/v1/models``, for clients of OpenAI's API.

messages ─ schema ─▶ turns, question ─ Conversation.stream ─▶ statements, Answer ─ speaking ─▶ chunks or one response
"""

from assistant.openai_api.router import build_router

__all__ = ["build_router"]
