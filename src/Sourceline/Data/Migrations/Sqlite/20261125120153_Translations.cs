using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sourceline.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Translations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "TranslationByDesk",
                table: "Stories",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "TranslationKey",
                table: "Stories",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Stories_TranslationKey_State_Number",
                table: "Stories",
                columns: new[] { "TranslationKey", "State", "Number" },
                filter: "\"TranslationKey\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Stories_TranslationKey_State_Number",
                table: "Stories");

            migrationBuilder.DropColumn(
                name: "TranslationByDesk",
                table: "Stories");

            migrationBuilder.DropColumn(
                name: "TranslationKey",
                table: "Stories");
        }
    }
}
