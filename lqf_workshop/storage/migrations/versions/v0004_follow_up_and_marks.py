"""What an action needs and how it goes; and what tells a workshop from one of another laptop."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add what is missing; nothing that is there changes."""
    for name in ("helpers", "needs", "evidences"):
        op.add_column("action", sa.Column(name, sa.String(), nullable=False, server_default=""))
    op.add_column("workshop", sa.Column("mark", sa.String(), nullable=False, server_default=""))
    op.add_column("workshop", sa.Column("same_people", sa.Integer(), nullable=True))
    op.execute("UPDATE workshop SET mark = lower(hex(randomblob(8)))")
    op.create_index(op.f("ix_workshop_mark"), "workshop", ["mark"])
    op.create_table(
        "action_progress",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("action_id", sa.Integer(), nullable=False),
        sa.Column("said_on", sa.Date(), nullable=False),
        sa.Column("look", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["action_id"],
            ["action.id"],
            name=op.f("fk_action_progress_action_id_action"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_action_progress")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_action_progress_action_id"), "action_progress", ["action_id"])
