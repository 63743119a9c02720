"""What the files must say together: ids that point somewhere, lists that fit, words that hold."""
