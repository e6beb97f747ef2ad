using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sourceline.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class NotesAndLeanCounts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Note",
                table: "Acts",
                type: "character varying(2000)",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "LeanCounts",
                columns: table => new
                {
                    SourceId = table.Column<long>(type: "bigint", nullable: false),
                    Stories = table.Column<int>(type: "integer", nullable: false),
                    SoleSource = table.Column<int>(type: "integer", nullable: false),
                    OneOfSeveral = table.Column<int>(type: "integer", nullable: false),
                    Background = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LeanCounts", x => x.SourceId);
                    table.ForeignKey(
                        name: "FK_LeanCounts_Sources_SourceId",
                        column: x => x.SourceId,
                        principalTable: "Sources",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Leans_SourceId_Kind_PublishedUtc_StoryId",
                table: "Leans",
                columns: new[] { "SourceId", "Kind", "PublishedUtc", "StoryId" });

            migrationBuilder.CreateIndex(
                name: "IX_LeanCounts_Stories_SourceId",
                table: "LeanCounts",
                columns: new[] { "Stories", "SourceId" });

            // What readers were told stood among the reasons.
            migrationBuilder.Sql(
                """
                UPDATE "Acts" SET "Note" = "Reason", "Reason" = NULL
                WHERE "Reason" IS NOT NULL AND "Kind" IN ('Update', 'CorrectMinor', 'CorrectMaterial', 'Clarify');
                """);
            migrationBuilder.Sql(
                """
                INSERT INTO "LeanCounts" ("SourceId", "Stories", "SoleSource", "OneOfSeveral", "Background")
                SELECT "SourceId", COUNT(*), SUM(CASE WHEN "Kind" = 'SoleSource' THEN 1 ELSE 0 END),
                    SUM(CASE WHEN "Kind" = 'OneOfSeveral' THEN 1 ELSE 0 END), SUM(CASE WHEN "Kind" = 'Background' THEN 1 ELSE 0 END)
                FROM "Leans" GROUP BY "SourceId";
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""UPDATE "Acts" SET "Reason" = "Note" WHERE "Note" IS NOT NULL;""");

            migrationBuilder.DropTable(
                name: "LeanCounts");

            migrationBuilder.DropIndex(
                name: "IX_Leans_SourceId_Kind_PublishedUtc_StoryId",
                table: "Leans");

            migrationBuilder.DropColumn(
                name: "Note",
                table: "Acts");
        }
    }
}
