using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NewsApi.Gateway.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class ArticleSketches : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "CopyOf",
                table: "Articles",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ArticleSketches",
                columns: table => new
                {
                    ArticleId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Runs = table.Column<int>(type: "INTEGER", nullable: false),
                    Hashes = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ArticleSketches", x => x.ArticleId);
                    table.ForeignKey(
                        name: "FK_ArticleSketches_Articles_ArticleId",
                        column: x => x.ArticleId,
                        principalTable: "Articles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SketchKeys",
                columns: table => new
                {
                    Key = table.Column<long>(type: "INTEGER", nullable: false),
                    ArticleId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SketchKeys", x => new { x.Key, x.ArticleId });
                    table.ForeignKey(
                        name: "FK_SketchKeys_Articles_ArticleId",
                        column: x => x.ArticleId,
                        principalTable: "Articles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Articles_CopyOf",
                table: "Articles",
                column: "CopyOf",
                filter: "\"CopyOf\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_SketchKeys_ArticleId",
                table: "SketchKeys",
                column: "ArticleId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ArticleSketches");

            migrationBuilder.DropTable(
                name: "SketchKeys");

            migrationBuilder.DropIndex(
                name: "IX_Articles_CopyOf",
                table: "Articles");

            migrationBuilder.DropColumn(
                name: "CopyOf",
                table: "Articles");
        }
    }
}
