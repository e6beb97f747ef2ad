using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sourceline.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class ListedLeans : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Leans_SourceId_PublishedUtc_StoryId",
                table: "Leans");

            migrationBuilder.CreateIndex(
                name: "IX_Leans_Listed",
                table: "Leans",
                columns: new[] { "SourceId", "PublishedUtc", "StoryId", "Kind", "Said", "Relayed", "Confirmed" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Leans_Listed",
                table: "Leans");

            migrationBuilder.CreateIndex(
                name: "IX_Leans_SourceId_PublishedUtc_StoryId",
                table: "Leans",
                columns: new[] { "SourceId", "PublishedUtc", "StoryId" });
        }
    }
}
