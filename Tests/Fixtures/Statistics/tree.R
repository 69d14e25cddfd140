# Makes tree.csv, and prints what R makes of it: R 4.2.2, psychotree 0.16-0, strucchange 1.5-3.
library(psychotree)
set.seed(7)
n <- 90
k <- 4
rows <- round(exp(runif(n, log(100), log(50000))))
type <- factor(sample(c("binary", "multi", "regression"), n, TRUE))
features <- sample(4:400, n)
abilities <- t(sapply(1:n, function(i) {
  if (rows[i] <= 2000) c(2.5, .5, 0, -2)
  else if (type[i] == "multi") c(-2, 3, .5, .2)
  else c(-2, -.9, .6, 2.5)
}))
score <- round(abilities + matrix(rlogis(n * k), n), 3)
colnames(score) <- c("a", "b", "c", "d")
pairs <- combn(k, 2)
pairs <- pairs[, order(pairs[2, ], pairs[1, ])]
wins <- t(apply(score, 1, function(s) apply(pairs, 2, function(p) sign(s[p[1]] - s[p[2]]))))
data <- data.frame(rows, features, type)
data$wins <- paircomp(wins, labels = colnames(score))
tree <- bttree(wins ~ rows + features + type, data = data, minsize = 10)
print(tree)
for (node in 1:3) print(strucchange::sctest(tree, node = node), digits = 12)
print(psychotree:::worth.bttree(tree), digits = 12)
write.csv(data.frame(rows, features, type, score), "tree.csv", row.names = FALSE, quote = FALSE)
