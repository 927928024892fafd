using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NewsApi.Gateway.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Search : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "IndexedRevision",
                table: "Articles",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "PublishedDay",
                table: "Articles",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ArticleAuthors",
                columns: table => new
                {
                    ArticleId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    Folded = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ArticleAuthors", x => new { x.ArticleId, x.Key });
                    table.ForeignKey(
                        name: "FK_ArticleAuthors_Articles_ArticleId",
                        column: x => x.ArticleId,
                        principalTable: "Articles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SearchDocuments",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ArticleId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SearchDocuments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SearchDocuments_Articles_ArticleId",
                        column: x => x.ArticleId,
                        principalTable: "Articles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Articles_NotIndexed",
                table: "Articles",
                column: "Id",
                filter: "\"State\" = 'Ready' AND \"IndexedRevision\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ArticleAuthors_Folded_ArticleId",
                table: "ArticleAuthors",
                columns: new[] { "Folded", "ArticleId" });

            migrationBuilder.CreateIndex(
                name: "IX_ArticleAuthors_Key_ArticleId",
                table: "ArticleAuthors",
                columns: new[] { "Key", "ArticleId" });

            migrationBuilder.CreateIndex(
                name: "IX_SearchDocuments_ArticleId",
                table: "SearchDocuments",
                column: "ArticleId",
                unique: true);

            // The text itself is not kept in it, only where its words are. Words come cut, folded and apart: see SearchTokens.
            migrationBuilder.Sql(
                """
                CREATE VIRTUAL TABLE ArticleSearch USING fts5(
                    TitleExact, LeadExact, BodyExact, CaptionExact, TitleFolded, LeadFolded, BodyFolded, CaptionFolded,
                    content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 0 categories 'L* N* Co'"
                )
                """);

            migrationBuilder.Sql(
                """
                CREATE TRIGGER SearchDocuments_Deleted AFTER DELETE ON SearchDocuments
                BEGIN
                    DELETE FROM ArticleSearch WHERE rowid = old.Id;
                END
                """);

            // Ticks of UTC and seven hours more, by ticks of a day.
            migrationBuilder.Sql("UPDATE \"Articles\" SET \"PublishedDay\" = (\"PublishedAt\" + 252000000000) / 864000000000");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TRIGGER SearchDocuments_Deleted");
            migrationBuilder.Sql("DROP TABLE ArticleSearch");

            migrationBuilder.DropTable(
                name: "ArticleAuthors");

            migrationBuilder.DropTable(
                name: "SearchDocuments");

            migrationBuilder.DropIndex(
                name: "IX_Articles_NotIndexed",
                table: "Articles");

            migrationBuilder.DropColumn(
                name: "IndexedRevision",
                table: "Articles");

            migrationBuilder.DropColumn(
                name: "PublishedDay",
                table: "Articles");
        }
    }
}
